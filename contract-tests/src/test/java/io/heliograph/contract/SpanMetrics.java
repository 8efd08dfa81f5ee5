package io.heliograph.contract;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongUpDownCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The metrics of the reference application, read from its spans as they end. */
final class SpanMetrics implements SpanProcessor {

  private static final Set<String> SERVER =
      Set.of(
          "http.request.method",
          "url.scheme",
          "http.route",
          "http.response.status_code",
          "network.protocol.version",
          "error.type");
  private static final Set<String> CLIENT =
      Set.of(
          "http.request.method",
          "server.address",
          "server.port",
          "http.response.status_code",
          "error.type");
  private static final Set<String> DATABASE =
      Set.of(
          "db.system.name",
          "db.namespace",
          "db.operation.name",
          "db.query.summary",
          "db.response.status_code",
          "error.type");
  private static final Set<String> METHOD = Set.of("code.function.name", "error.type");

  private final Meter meter;
  private final Defect defect;
  private final Object recording;
  private final LongUpDownCounter active;

  /**
   * @param recording held while anything is recorded
   */
  SpanMetrics(Meter meter, Defect defect, Object recording) {
    this.meter = meter;
    this.defect = defect;
    this.recording = recording;
    this.active =
        meter.upDownCounterBuilder("http.server.active_requests").setUnit("{request}").build();
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    addActive(1, span);
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    if (defect != Defect.LEAVES_REQUESTS_ACTIVE) {
      addActive(-1, span);
    }
    if (span.getKind() == SpanKind.SERVER) {
      record("http.server.request.duration", Contract.HTTP_BOUNDS, SERVER, span);
      if (defect == Defect.MEASURES_TWICE) {
        record("http.server.request.duration", Contract.HTTP_BOUNDS, SERVER, span);
      }
    } else if (span.getAttribute(AttributeKey.stringKey("url.full")) != null) {
      record("http.client.request.duration", Contract.HTTP_BOUNDS, CLIENT, span);
    } else if (span.getAttribute(AttributeKey.stringKey("db.system.name")) != null) {
      record("db.client.operation.duration", Contract.SHORT_BOUNDS, DATABASE, span);
    } else {
      record("heliograph.method.duration", Contract.SHORT_BOUNDS, METHOD, span);
    }
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }

  private void addActive(int change, ReadableSpan span) {
    if (span.getKind() == SpanKind.SERVER) {
      synchronized (recording) {
        active.add(change, chosen(span, Set.of("http.request.method", "url.scheme")));
      }
    }
  }

  private void record(String name, List<Double> bounds, Set<String> keys, ReadableSpan span) {
    if (defect == Defect.MEASURES_SAMPLED_ONLY && !span.getSpanContext().isSampled()) {
      return;
    }
    DoubleHistogram histogram =
        meter
            .histogramBuilder(name)
            .setUnit(defect == Defect.WRONG_UNIT ? "ms" : "s")
            .setExplicitBucketBoundariesAdvice(bounds)
            .build();
    Context context = Context.root().with(Span.wrap(span.getSpanContext()));
    double own = defect == Defect.OWN_CLOCK ? 1e-6 : 0;
    synchronized (recording) {
      histogram.record(
          span.getLatencyNanos() / (double) TimeUnit.SECONDS.toNanos(1) + own,
          chosen(span, keys),
          context);
    }
  }

  @SuppressWarnings("unchecked") // The key is the value's own.
  private Attributes chosen(ReadableSpan span, Set<String> keys) {
    AttributesBuilder chosen = Attributes.builder();
    span.toSpanData()
        .getAttributes()
        .forEach(
            (key, value) -> {
              if (keys.contains(key.getKey())
                  || (defect == Defect.METRICS_WITH_PATHS && key.getKey().equals("url.path"))) {
                chosen.put((AttributeKey<Object>) key, value);
              }
            });
    return chosen.build();
  }
}

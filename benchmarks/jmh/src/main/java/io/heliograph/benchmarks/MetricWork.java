package io.heliograph.benchmarks;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;

/** Measurements through the metrics API, with attributes that were built before. */
final class MetricWork {

  static final Attributes ATTRIBUTES =
      Attributes.of(
          AttributeKey.stringKey("http.request.method"), "GET",
          AttributeKey.stringKey("http.route"), "/orders/{id}",
          AttributeKey.stringKey("url.scheme"), "https",
          AttributeKey.longKey("http.response.status_code"), 200L);

  private MetricWork() {}

  private static Meter meter(Engine engine) {
    return engine.api().getMeter(SpanWork.SCOPE);
  }

  /** Adds to a counter. */
  static final class Counter extends EngineWork {

    private final LongCounter counter;

    Counter(Engine engine) {
      super(engine);
      this.counter = meter(engine).counterBuilder("orders").build();
    }

    @Override
    public Object run() {
      counter.add(1, ATTRIBUTES);
      return counter;
    }
  }

  /** Records into one series of a histogram after the other. */
  static final class ManySeries extends EngineWork {

    private final DoubleHistogram histogram;
    private final Durations durations = new Durations();
    private final Attributes[] series;
    private int next;

    ManySeries(Engine engine, int series) {
      super(engine);
      this.histogram = meter(engine).histogramBuilder(Curve.INSTRUMENT).build();
      this.series = CollectionWork.attributes(series).toArray(Attributes[]::new);
    }

    @Override
    public Object run() {
      histogram.record(durations.next(), series[next]);
      next = next + 1 == series.length ? 0 : next + 1;
      return histogram;
    }
  }

  /** Records into a histogram with the default buckets, outside of any span. */
  static class Histogram extends EngineWork {

    private final DoubleHistogram histogram;
    private final Durations durations = new Durations();

    Histogram(Engine engine) {
      super(engine);
      this.histogram = meter(engine).histogramBuilder("duration").build();
    }

    @Override
    public Object run() {
      histogram.record(durations.next(), ATTRIBUTES);
      return histogram;
    }
  }

  /** The same inside a sampled span, which becomes the exemplar of some. */
  static final class HistogramInSpan extends Histogram {

    private final Span span;
    private final Scope scope;

    @SuppressWarnings("MustBeClosedChecker") // Closed by close().
    HistogramInSpan(Engine engine) {
      super(engine);
      this.span = engine.api().getTracer("around").spanBuilder("around").startSpan();
      this.scope = span.makeCurrent();
    }

    @Override
    public void close() {
      scope.close();
      span.end();
      super.close();
    }
  }
}

package io.heliograph.internal.selftelemetry;

import io.heliograph.export.ReadableLogRecord;
import io.heliograph.export.ReadableSpan;
import io.heliograph.internal.metrics.EngineMeterProvider;
import io.heliograph.internal.pipeline.Destination;
import io.heliograph.internal.pipeline.Destinations;
import io.heliograph.internal.trace.SpanCounts;
import io.heliograph.internal.trace.SpanCounts.Origin;
import io.heliograph.pipeline.SamplingResult.Decision;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.util.Locale;

/**
 * The {@code otel.sdk.*} metrics: all but the durations are read at collection, from counts that
 * the pipeline keeps anyway.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/otel/sdk-metrics/">Semantic conventions
 *     for SDK metrics</a>
 */
public final class SelfMetrics {

  private static final String SCOPE = "io.heliograph";

  private final SpanCounts spans = new SpanCounts();
  private final Meter meter;
  private final Durations durations;

  /** Makes the counters and the durations; the rest comes with the destinations. */
  public SelfMetrics(EngineMeterProvider provider) {
    this.meter = provider.meterBuilder(SCOPE).build();
    this.durations = new Durations(meter);
  }

  /** Counts spans, for the tracers to fill. */
  public SpanCounts spans() {
    return spans;
  }

  public Durations durations() {
    return durations;
  }

  /** Observes the destinations of one engine, until its meters are closed. */
  public void observe(
      Destinations<ReadableSpan> spanDestinations,
      Destinations<?> metricDestinations,
      Destinations<ReadableLogRecord> logDestinations) {
    observeStarted();
    observeLive(spanDestinations);
    ObservableLongMeasurement created =
        meter
            .counterBuilder("otel.sdk.log.created")
            .setUnit("{log_record}")
            .setDescription("Log records that were emitted.")
            .buildObserver();
    // Every record that is emitted is offered, as no processor can stop one.
    var ignored = meter.batchCallback(() -> created.record(logDestinations.offered()), created);
    observe(SignalInstruments.spans(meter), spanDestinations);
    observe(SignalInstruments.logRecords(meter), logDestinations);
    observe(SignalInstruments.dataPoints(meter), metricDestinations);
  }

  private <T> void observe(SignalInstruments instruments, Destinations<T> destinations) {
    for (Destination<T> destination : destinations.all()) {
      instruments.observe(destination);
      destination.history().listen(durations.exports(destination));
    }
  }

  private void observeStarted() {
    ObservableLongMeasurement started =
        meter
            .counterBuilder("otel.sdk.span.started")
            .setUnit("{span}")
            .setDescription("Spans that were started, those that do not record as well.")
            .buildObserver();
    var ignored = meter.batchCallback(() -> recordStarted(started), started);
  }

  private void recordStarted(ObservableLongMeasurement started) {
    for (Decision decision : Decision.values()) {
      for (Origin origin : Origin.values()) {
        long count = spans.started(origin, decision);
        if (count > 0) {
          String where = origin.name().toLowerCase(Locale.ROOT);
          started.record(
              count,
              Attributes.of(
                  SelfAttributes.PARENT_ORIGIN,
                  where,
                  SelfAttributes.SAMPLING_RESULT,
                  decision.name()));
        }
      }
    }
  }

  private void observeLive(Destinations<ReadableSpan> destinations) {
    ObservableLongMeasurement live =
        meter
            .upDownCounterBuilder("otel.sdk.span.live")
            .setUnit("{span}")
            .setDescription("Spans that record and have not ended.")
            .buildObserver();
    var ignored =
        meter.batchCallback(
            () -> {
              recordLive(live, Decision.RECORD_ONLY, destinations);
              recordLive(live, Decision.RECORD_AND_SAMPLE, destinations);
            },
            live);
  }

  private void recordLive(
      ObservableLongMeasurement live, Decision decision, Destinations<ReadableSpan> destinations) {
    live.record(
        spans.live(decision, destinations),
        Attributes.of(SelfAttributes.SAMPLING_RESULT, decision.name()));
  }
}

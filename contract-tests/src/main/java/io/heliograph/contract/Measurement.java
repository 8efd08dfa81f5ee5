package io.heliograph.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.contract.receiver.OtlpReceiver;
import io.heliograph.contract.receiver.PointData;
import io.heliograph.contract.receiver.ReceivedExemplar;
import io.heliograph.contract.receiver.ReceivedMetric;
import io.heliograph.contract.receiver.ReceivedPoint;
import io.heliograph.contract.receiver.ReceivedSpan;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The one measurement of a histogram that belongs to a span: its exemplar names the span, and its
 * value is the span's duration to the nanosecond, which two pairs of clock reads could not be.
 */
record Measurement(ReceivedMetric metric, ReceivedPoint point, ReceivedExemplar exemplar) {

  private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  /**
   * Waits until metrics were collected: the first measurement of a series after that is one of its
   * exemplars in every implementation.
   *
   * @param name of a metric that is exported all the time
   * @param resource of the application that has to collect
   */
  static void awaitCollection(OtlpReceiver receiver, String name, Map<String, Object> resource) {
    Instant now = Instant.now();
    long epochNanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    receiver.awaitMetric(
        metric ->
            metric.name().equals(name)
                && metric.resource().equals(resource)
                && metric.points().stream().anyMatch(point -> point.epochNanos() > epochNanos));
  }

  /** Waits for the measurement of a span. */
  static Measurement await(OtlpReceiver receiver, String name, ReceivedSpan span) {
    ReceivedMetric metric =
        receiver.awaitMetric(
            candidate ->
                candidate.name().equals(name)
                    && candidate.exemplars().anyMatch(exemplar -> names(exemplar, span)));
    for (ReceivedPoint point : metric.points()) {
      for (ReceivedExemplar exemplar : point.exemplars()) {
        if (names(exemplar, span)) {
          return new Measurement(metric, point, exemplar);
        }
      }
    }
    throw new AssertionError("the exemplar is gone from " + metric);
  }

  private static boolean names(ReceivedExemplar exemplar, ReceivedSpan span) {
    return exemplar.spanId().equals(span.spanId()) && exemplar.traceId().equals(span.traceId());
  }

  /** Asserts that it is the span's duration, with those of its attributes that are named. */
  void describes(ReceivedSpan span, Set<String> attributes, List<Double> bounds) {
    assertThat(metric.unit()).isEqualTo("s");
    assertThat(metric.serviceName()).isEqualTo(ContractSettings.SERVICE_NAME);
    assertThat(point.histogram().bounds()).isEqualTo(bounds);
    Map<String, Object> expected = new HashMap<>(span.attributes());
    expected.keySet().retainAll(attributes);
    assertThat(point.attributes()).isEqualTo(expected).isNotEmpty();
    assertThat(exemplar.value())
        .isEqualTo(new PointData.DoubleValue(span.duration().toNanos() / NANOS_PER_SECOND));
  }
}

package io.heliograph.contract.receiver;

import static io.heliograph.contract.receiver.Metrics.CUMULATIVE;
import static io.heliograph.contract.receiver.Metrics.DELTA;
import static io.heliograph.contract.receiver.Metrics.counter;
import static io.heliograph.contract.receiver.Metrics.exponentialHistogram;
import static io.heliograph.contract.receiver.Metrics.gauge;
import static io.heliograph.contract.receiver.Metrics.histogram;
import static io.heliograph.contract.receiver.Metrics.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.grpc.StatusRuntimeException;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Exemplar;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The receiver refuses metrics that break the rules. */
class MetricStrictnessTest {

  private final OtlpReceiver receiver = OtlpReceiver.start();

  @AfterEach
  void close() {
    receiver.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"malformedMetrics", "malformedPoints", "malformedHistograms", "badExemplars"})
  void refuses(String violation, ExportMetricsServiceRequest request) {
    assertThatThrownBy(() -> Sender.sendGrpc(receiver, Signal.METRICS, request.toByteArray()))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageStartingWith("INVALID_ARGUMENT");

    assertThat(receiver.violations()).singleElement().asString().contains(violation);
    assertThat(receiver.metrics()).isEmpty();
  }

  static Stream<Arguments> malformedMetrics() {
    return Stream.of(
        metric("has a name that no instrument may", m -> m.setName("5xx")),
        metric("has a name that no instrument may", m -> m.setName("a".repeat(256))),
        metric("has the unit µs", m -> m.setUnit("µs")),
        metric("has the unit", m -> m.setUnit("u".repeat(64))),
        metric("has no data", Metric.Builder::clearSum),
        metric("is a summary", m -> m.getSummaryBuilder().addDataPointsBuilder()),
        metric("has no points", m -> m.getSumBuilder().clearDataPoints()),
        metric("has no temporality", m -> m.getSumBuilder().clearAggregationTemporality()),
        metric("unknown protobuf fields [99]", m -> m.setUnknownFields(unknown())),
        Arguments.of(
            "\"ORDERS\" is twice in the request",
            request(counter(CUMULATIVE, 1, 2, 3), counter(CUMULATIVE, 1, 2, 3).setName("ORDERS"))),
        Arguments.of("the resource has no service.name", withoutService()));
  }

  static Stream<Arguments> malformedPoints() {
    return Stream.of(
        metric(
            "{product=telescope} is twice in the metric",
            m -> m.getSumBuilder().addDataPoints(m.getSum().getDataPoints(0))),
        point("has no start time", NumberDataPoint.Builder::clearStartTimeUnixNano),
        point("ends before it starts", p -> p.setStartTimeUnixNano(201)),
        point("has reserved flags", p -> p.setFlags(2)),
        point("has no value", NumberDataPoint.Builder::clearValue),
        point(
            "duplicate key \"product\"",
            p -> p.addAttributes(Spans.attribute("product", "sextant"))),
        Arguments.of("has no time", request(timeless())),
        Arguments.of("monotonic and falls by -3.0", request(counter(DELTA, 100, 200, -3))));
  }

  static Stream<Arguments> malformedHistograms() {
    return Stream.of(
        buckets("has 4 buckets for 2 bounds", p -> p.addBucketCounts(0)),
        buckets("has 0 buckets for 2 bounds", HistogramDataPoint.Builder::clearBucketCounts),
        buckets("has the count 4 and 3 in buckets", p -> p.setCount(4)),
        buckets("has bounds out of order", p -> p.setExplicitBounds(1, 2)),
        buckets("has the bound Infinity", p -> p.setExplicitBounds(1, Double.POSITIVE_INFINITY)),
        buckets("has but one of min and max", HistogramDataPoint.Builder::clearMin),
        buckets("has a min above its max", p -> p.setMin(6)),
        buckets(
            "has a min and max of nothing",
            p -> p.setCount(0).clearBucketCounts().clearExplicitBounds()),
        exponential("has the count 7 and 8 in buckets", p -> p.setZeroCount(2)),
        exponential("has the scale 21", p -> p.setScale(21)),
        exponential("has the scale -11", p -> p.setScale(-11)),
        exponential("has a zero threshold below zero", p -> p.setZeroThreshold(-1)),
        exponential("has a min above its max", p -> p.setMin(2).setMax(1)));
  }

  static Stream<Arguments> badExemplars() {
    ByteString zero = ByteString.copyFrom(new byte[16]);
    return Stream.of(
        exemplar("has no value", Exemplar.Builder::clearValue),
        exemplar("outside the time of its point", e -> e.setTimeUnixNano(99)),
        exemplar("outside the time of its point", e -> e.setTimeUnixNano(201)),
        exemplar("has but one of trace_id and span_id", Exemplar.Builder::clearSpanId),
        exemplar("has but one of trace_id and span_id", Exemplar.Builder::clearTraceId),
        exemplar("trace_id has 3 bytes", e -> e.setTraceId(Spans.bytes("010203"))),
        exemplar("trace_id is all zero", e -> e.setTraceId(zero)),
        exemplar("span_id has 1 bytes", e -> e.setSpanId(Spans.bytes("01"))),
        exemplar("span_id is all zero", e -> e.setSpanId(zero.substring(8))),
        exemplar(
            "repeats the attribute \"product\"",
            e -> e.addFilteredAttributes(Spans.attribute("product", "telescope"))),
        exemplar("unknown protobuf fields [99]", e -> e.setUnknownFields(unknown())),
        exemplar(
            "duplicate key \"user\"", e -> e.addFilteredAttributes(Spans.attribute("user", "8"))));
  }

  @Test
  void takesWhatIsUnusualButAllowed() {
    Metric.Builder silent = gauge().setName("silent");
    silent.getGaugeBuilder().getDataPointsBuilder(0).clearValue().setFlags(1);
    HistogramDataPoint.Builder bare =
        HistogramDataPoint.newBuilder().setStartTimeUnixNano(1).setTimeUnixNano(1).setCount(3);
    Metric.Builder untraced = counter(CUMULATIVE, 100, 200, 5);
    untraced
        .getSumBuilder()
        .getDataPointsBuilder(0)
        .getExemplarsBuilder(0)
        .clearTraceId()
        .clearSpanId();
    Metric.Builder sameNameOtherUnit = gauge().setUnit("%");

    Sender.sendGrpc(
        receiver,
        Signal.METRICS,
        request(gauge(), silent, histogram(bare), untraced, sameNameOtherUnit).toByteArray());

    assertThat(receiver.violations()).isEmpty();
    assertThat(receiver.metrics()).hasSize(5);
    assertThat(receiver.metrics().get(3).exemplars()).noneMatch(ReceivedExemplar::hasTrace);
  }

  private static Arguments metric(String violation, Consumer<Metric.Builder> defect) {
    Metric.Builder metric = counter(CUMULATIVE, 100, 200, 5);
    defect.accept(metric);
    return Arguments.of(violation, request(metric));
  }

  private static Arguments point(String violation, Consumer<NumberDataPoint.Builder> defect) {
    return metric(violation, m -> defect.accept(m.getSumBuilder().getDataPointsBuilder(0)));
  }

  private static Arguments exemplar(String violation, Consumer<Exemplar.Builder> defect) {
    return point(violation, p -> defect.accept(p.getExemplarsBuilder(0)));
  }

  private static Arguments buckets(String violation, Consumer<HistogramDataPoint.Builder> defect) {
    Metric.Builder metric = histogram();
    defect.accept(metric.getHistogramBuilder().getDataPointsBuilder(0));
    return Arguments.of(violation, request(metric));
  }

  private static Arguments exponential(
      String violation, Consumer<ExponentialHistogramDataPoint.Builder> defect) {
    Metric.Builder metric = exponentialHistogram();
    defect.accept(metric.getExponentialHistogramBuilder().getDataPointsBuilder(0));
    return Arguments.of(violation, request(metric));
  }

  private static Metric.Builder timeless() {
    Metric.Builder metric = gauge();
    metric.getGaugeBuilder().getDataPointsBuilder(0).clearTimeUnixNano();
    return metric;
  }

  private static ExportMetricsServiceRequest withoutService() {
    ExportMetricsServiceRequest.Builder request = request(gauge()).toBuilder();
    request.getResourceMetricsBuilder(0).clearResource();
    return request.build();
  }

  private static UnknownFieldSet unknown() {
    return UnknownFieldSet.newBuilder()
        .addField(99, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
        .build();
  }
}

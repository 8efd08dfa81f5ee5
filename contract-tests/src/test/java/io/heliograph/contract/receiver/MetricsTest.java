package io.heliograph.contract.receiver;

import static io.heliograph.contract.receiver.Metrics.CUMULATIVE;
import static io.heliograph.contract.receiver.Metrics.DELTA;
import static io.heliograph.contract.receiver.Metrics.counter;
import static io.heliograph.contract.receiver.Metrics.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.contract.receiver.ReceivedMetric.Kind;
import io.heliograph.contract.receiver.ReceivedMetric.Temporality;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The receiver decodes metrics from each protocol, and remembers what earlier ones said. */
class MetricsTest {

  private static final String JSON =
      """
      {"resourceMetrics":[{
        "resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]},
        "scopeMetrics":[{"scope":{"name":"com.acme.shop"},"metrics":[{
          "name":"payload","unit":"By","exponentialHistogram":{"aggregationTemporality":2,
          "dataPoints":[{"startTimeUnixNano":"100","timeUnixNano":"200","count":"3","sum":9,
            "scale":-2,"zeroCount":"0","zeroThreshold":0,
            "positive":{"offset":-3,"bucketCounts":["1","0","2"]},
            "exemplars":[{"timeUnixNano":"150","asInt":"4",
              "traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"b7ad6b7169203331"}]}]}}]}]}]}
      """;

  private final OtlpReceiver receiver =
      OtlpReceiver.builder().deadline(Duration.ofSeconds(2)).start();

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void decodesSumsAndGaugesFromProtobuf() throws Exception {
    sendProtobuf(request(counter(CUMULATIVE, 100, 200, 5), Metrics.gauge()));

    ReceivedMetric orders = awaitMetric("orders");
    assertThat(orders.serviceName()).isEqualTo("shop");
    assertThat(orders.scope().name()).isEqualTo("com.acme.shop");
    assertThat(orders.description()).isEqualTo("Orders placed");
    assertThat(orders.unit()).isEqualTo("{order}");
    assertThat(orders.kind()).isEqualTo(Kind.SUM);
    assertThat(orders.temporality()).isEqualTo(Temporality.CUMULATIVE);
    assertThat(orders.monotonic()).isTrue();
    ReceivedPoint point = orders.point(Map.of("product", "telescope"));
    assertThat(point.attribute("product")).isEqualTo("telescope");
    assertThat(point.startEpochNanos()).isEqualTo(100);
    assertThat(point.epochNanos()).isEqualTo(200);
    assertThat(point.longValue()).isEqualTo(5);
    assertThat(point.exemplars())
        .containsExactly(
            new ReceivedExemplar(
                200,
                new PointData.DoubleValue(3.5),
                Metrics.TRACE_ID,
                Metrics.SPAN_ID,
                Map.of("user", "7")));
    ReceivedMetric load = awaitMetric("cpu.load");
    assertThat(load.kind()).isEqualTo(Kind.GAUGE);
    assertThat(load.temporality()).isEqualTo(Temporality.NONE);
    assertThat(load.onlyPoint().doubleValue()).isEqualTo(0.5);
    assertThat(receiver.violations()).isEmpty();
  }

  @Test
  void decodesHistogramsFromGrpc() {
    sendGrpc(request(Metrics.histogram(), Metrics.exponentialHistogram()));

    assertThat(awaitMetric("http.server.request.duration").onlyPoint().histogram())
        .isEqualTo(
            new PointData.Histogram(
                3, new PointData.Extent(9.0, 1.0, 5.0), List.of(2.0, 4.0), List.of(1L, 1L, 1L)));
    assertThat(awaitMetric("payload").onlyPoint().exponentialHistogram())
        .isEqualTo(
            new PointData.ExponentialHistogram(
                7,
                new PointData.Extent(9.0, null, null),
                -2,
                0.25,
                1,
                new PointData.Buckets(-3, List.of(1L, 0L, 2L)),
                new PointData.Buckets(4, List.of(3L))));
    assertThat(receiver.violations()).isEmpty();
  }

  @Test
  void decodesJson() throws Exception {
    Sender.send(
        toMetrics(Sender.post(receiver, JSON.getBytes(StandardCharsets.UTF_8)))
            .setHeader("Content-Type", "application/json"));

    ReceivedPoint point = awaitMetric("payload").onlyPoint();
    assertThat(point.exponentialHistogram().scale()).isEqualTo(-2);
    assertThat(point.exponentialHistogram().positive())
        .isEqualTo(new PointData.Buckets(-3, List.of(1L, 0L, 2L)));
    assertThat(point.exemplars())
        .extracting(ReceivedExemplar::traceId)
        .containsOnly(Metrics.TRACE_ID);
    assertThat(receiver.violations()).isEmpty();
  }

  @Test
  void saysAnAmountAsPeopleDo() {
    sendGrpc(request(Metrics.gauge(), Metrics.histogram(), Metrics.exponentialHistogram()));

    assertThat(awaitMetric("http.server.request.duration").amount(0.0000397251))
        .isEqualTo("0.03973 ms");
    assertThat(awaitMetric("payload").amount(1200)).isEqualTo("1200 By");
    assertThat(awaitMetric("payload").amount(Double.NaN)).isEqualTo("NaN By");
  }

  @Test
  void returnsEveryMetricThatMatches() {
    sendGrpc(request(counter(CUMULATIVE, 100, 200, 5), Metrics.gauge()));
    sendGrpc(request(counter(CUMULATIVE, 100, 300, 6)));

    assertThat(receiver.awaitMetrics(metric -> metric.kind() == Kind.SUM))
        .extracting(metric -> metric.onlyPoint().longValue())
        .containsExactly(5L, 6L);
    assertThat(receiver.metrics()).hasSize(3);
  }

  @Test
  void showsWhatArrivedWhenNothingMatches() {
    sendGrpc(request(Metrics.gauge()));

    assertThatThrownBy(() -> awaitMetric("orders"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a metric that matches")
        .hasMessageContaining("metric cpu.load GAUGE");
  }

  @Test
  void namesTheNumberOfPointsThatAreNotTheOne() {
    Metric.Builder twoPoints = counter(CUMULATIVE, 100, 200, 5);
    twoPoints
        .getSumBuilder()
        .addDataPointsBuilder()
        .setStartTimeUnixNano(100)
        .setTimeUnixNano(200)
        .setAsInt(1);
    sendGrpc(request(twoPoints));

    ReceivedMetric metric = awaitMetric("orders");

    assertThatThrownBy(metric::onlyPoint).hasMessageContaining("Expected one point");
    assertThatThrownBy(() -> metric.point(Map.of("product", "sextant")))
        .hasMessageContaining("No point with {product=sextant}");
    assertThat(metric.point(Map.of()).longValue()).isEqualTo(1);
  }

  @Test
  void refusesTheFirstPointsInAPartialSuccess() {
    receiver.script(ScriptedResponse.partialSuccess(1, "no"));

    sendGrpc(request(counter(CUMULATIVE, 100, 200, 5), Metrics.gauge()));

    assertThat(receiver.metrics()).extracting(ReceivedMetric::name).containsExactly("cpu.load");
  }

  @Test
  void seesATotalThatFalls() {
    sendGrpc(request(counter(CUMULATIVE, 100, 200, 5)));
    sendGrpc(request(counter(CUMULATIVE, 100, 300, 5)));
    assertThat(receiver.violations()).isEmpty();

    sendGrpc(request(counter(CUMULATIVE, 100, 400, 4)));

    assertThat(receiver.takeViolations()).singleElement().asString().contains("orders", "falls");
  }

  @Test
  void seesAnEarlierTotalThatIsHigher() {
    sendGrpc(request(counter(CUMULATIVE, 100, 300, 5)));
    sendGrpc(request(counter(CUMULATIVE, 100, 200, 4)));
    assertThat(receiver.violations()).isEmpty();

    sendGrpc(request(counter(CUMULATIVE, 100, 250, 6)));

    assertThat(receiver.takeViolations()).singleElement().asString().contains("orders", "falls");
  }

  @Test
  void seesACountOfAHistogramThatFalls() {
    sendGrpc(request(Metrics.histogram()));
    Metric.Builder fallen = Metrics.histogram();
    fallen
        .getHistogramBuilder()
        .getDataPointsBuilder(0)
        .setTimeUnixNano(300)
        .setCount(2)
        .setBucketCounts(0, 0);

    sendGrpc(request(fallen));

    assertThat(receiver.takeViolations()).singleElement().asString().contains("duration", "falls");
  }

  @Test
  void letsATotalBeginAgainWithANewStart() {
    sendGrpc(request(counter(CUMULATIVE, 100, 200, 5)));
    sendGrpc(request(counter(CUMULATIVE, 300, 400, 1)));

    assertThat(receiver.violations()).isEmpty();
  }

  @Test
  void letsANonMonotonicSumFall() {
    Metric.Builder before = counter(CUMULATIVE, 100, 200, 5);
    Metric.Builder after = counter(CUMULATIVE, 100, 300, 2);
    before.getSumBuilder().setIsMonotonic(false);
    after.getSumBuilder().setIsMonotonic(false);

    sendGrpc(request(before));
    sendGrpc(request(after));

    assertThat(receiver.violations()).isEmpty();
  }

  @Test
  void seesADeltaThatTellsOfATimeAgain() {
    sendGrpc(request(counter(DELTA, 300, 400, 5)));
    sendGrpc(request(counter(DELTA, 100, 300, 2)));
    assertThat(receiver.violations()).isEmpty();

    sendGrpc(request(counter(DELTA, 300, 400, 5)));
    assertThat(receiver.takeViolations()).singleElement().asString().contains("orders", "told of");

    sendGrpc(request(counter(DELTA, 50, 101, 5)));
    assertThat(receiver.takeViolations()).singleElement().asString().contains("orders", "told of");
  }

  @Test
  void forgivesADeltaWhoseFirstAnswerWasAmbiguous() {
    receiver.script(ScriptedResponse.ok().after(Duration.ofMillis(1)));
    byte[] request = request(counter(DELTA, 300, 400, 5)).toByteArray();

    Sender.sendGrpc(receiver, Signal.METRICS, request);
    Sender.sendGrpc(receiver, Signal.METRICS, request);

    assertThat(receiver.metrics()).hasSize(2);
    assertThat(receiver.violations()).isEmpty();
  }

  @Test
  void forgetsEarlierMetricsWhenReset() {
    sendGrpc(request(counter(CUMULATIVE, 100, 200, 5)));
    receiver.reset();
    assertThat(receiver.metrics()).isEmpty();

    sendGrpc(request(counter(CUMULATIVE, 100, 400, 4)));

    assertThat(receiver.violations()).isEmpty();
  }

  private ReceivedMetric awaitMetric(String name) {
    return receiver.awaitMetric(metric -> metric.name().equals(name));
  }

  private void sendGrpc(ExportMetricsServiceRequest request) {
    Sender.sendGrpc(receiver, Signal.METRICS, request.toByteArray());
  }

  private void sendProtobuf(ExportMetricsServiceRequest request) throws Exception {
    Sender.send(toMetrics(Sender.post(receiver, request.toByteArray())));
  }

  private HttpRequest.Builder toMetrics(HttpRequest.Builder post) {
    return post.uri(URI.create(receiver.httpEndpoint() + Signal.METRICS.httpPath()));
  }
}

package io.heliograph.internal.metrics;

import static io.heliograph.internal.metrics.Metrics.route;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.JsonFormat;
import io.heliograph.Compliance;
import io.heliograph.export.MetricData;
import io.heliograph.internal.otlp.Encoder;
import io.heliograph.internal.otlp.OtlpEncoder;
import io.heliograph.pipeline.Aggregation;
import io.heliograph.pipeline.ExemplarFilter;
import io.heliograph.pipeline.InstrumentSelector;
import io.heliograph.pipeline.TemporalityPreference;
import io.heliograph.pipeline.View;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is encoded is what OpenTelemetry's own classes read, and costs little memory. */
class MetricEncodingTest {

  private static final int LIMIT = 64 * 1024 * 1024;
  private static final Pattern HEX_ID = Pattern.compile("\"(traceId|spanId)\":\"([0-9a-f]+)\"");

  private static final View[] VIEWS = {
    View.of(InstrumentSelector.named("e*")).withAggregation(Aggregation.exponentialHistogram()),
    View.of(InstrumentSelector.named("none"))
        .withAggregation(Aggregation.explicitHistogram(List.of())),
    View.of(InstrumentSelector.named("c")).removingAttributes(Set.of("user"))
  };

  @ParameterizedTest
  @EnumSource(TemporalityPreference.class)
  void everyKindOfPointIsReadBackFromProtobufAndJson(TemporalityPreference temporality)
      throws Exception {
    try (Metrics metrics =
        Metrics.with().views(VIEWS).filter(ExemplarFilter.ALWAYS_ON).reader(temporality).start()) {
      recordAll(metrics);
      List<MetricData> collected = metrics.collect();
      assertThat(collected).hasSize(8);
      ExportMetricsServiceRequest expected = MetricOracle.request(collected);
      Encoder<MetricData> protobuf = OtlpEncoder.metrics(LIMIT);
      Encoder<MetricData> json = OtlpEncoder.jsonMetrics(LIMIT);
      assertThat(protobuf.encode(collected)).isTrue();
      assertThat(json.encode(collected)).isTrue();
      assertThat(
              ExportMetricsServiceRequest.parseFrom(
                  ByteBuffer.wrap(protobuf.array(), 0, protobuf.length())))
          .isEqualTo(expected);
      assertThat(protobuf.length()).isEqualTo(expected.getSerializedSize());
      assertThat(parsed(json)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(TemporalityPreference.class)
  void whatIsKeptOfEarlierCollectionsShowsInNoLaterOne(TemporalityPreference temporality)
      throws Exception {
    try (Metrics metrics = Metrics.with().views(VIEWS).reader(temporality).start()) {
      Encoder<MetricData> protobuf = OtlpEncoder.metrics(LIMIT);
      Encoder<MetricData> json = OtlpEncoder.jsonMetrics(LIMIT);
      for (int round = 0; round < 6; round++) {
        for (int i = 0; i < 40; i += round % 3 + 1) { // With deltas, idle series retire.
          Attributes attributes = Attributes.of(Metrics.ROUTE, "r" + i, Metrics.USER, "u" + i % 7);
          for (String name : List.of("c", "h", "e", "none")) {
            metrics.meter.histogramBuilder(name).build().record(i, attributes);
          }
          metrics.meter.counterBuilder("sum").build().add(i, attributes);
        }
        metrics.clock.advance(Duration.ofSeconds(1));
        List<MetricData> collected = metrics.provider.collectors().get(0).collect(true);
        ExportMetricsServiceRequest expected = MetricOracle.request(collected);
        assertThat(protobuf.encode(collected)).isTrue();
        assertThat(
                ExportMetricsServiceRequest.parseFrom(
                    ByteBuffer.wrap(protobuf.array(), 0, protobuf.length())))
            .isEqualTo(expected);
        assertThat(json.encode(collected)).isTrue();
        assertThat(parsed(json)).isEqualTo(expected);
      }
    }
  }

  @Test
  @Compliance("Exporters > OTLP > SchemaURL in ResourceMetrics and ScopeMetrics")
  void schemasOfResourceAndScopeAreWritten() throws Exception {
    try (Metrics metrics = Metrics.cumulative()) {
      Meter meter = metrics.provider.meterBuilder("m").setSchemaUrl("https://scope").build();
      meter.counterBuilder("c").build().add(1);
      Encoder<MetricData> protobuf = OtlpEncoder.metrics(LIMIT);
      assertThat(protobuf.encode(metrics.collect())).isTrue();
      ResourceMetrics resource =
          ExportMetricsServiceRequest.parseFrom(
                  ByteBuffer.wrap(protobuf.array(), 0, protobuf.length()))
              .getResourceMetrics(0);
      assertThat(resource.getSchemaUrl()).isEqualTo("https://resource");
      assertThat(resource.getScopeMetrics(0).getSchemaUrl()).isEqualTo("https://scope");
    }
  }

  private static void recordAll(Metrics metrics) {
    Random random = new Random(3);
    Attributes both = Attributes.of(Metrics.ROUTE, "a", Metrics.USER, "ü");
    for (int i = 0; i < 300; i++) {
      double value = Math.exp(10 * random.nextGaussian());
      metrics.meter.counterBuilder("c").setUnit("By").build().add(i, both, Metrics.span(true));
      metrics.meter.histogramBuilder("h").build().record(value, both, Metrics.span(true));
      metrics.meter.histogramBuilder("none").build().record(value);
      metrics.meter.histogramBuilder("e").build().record(value, route("r" + i % 3));
      metrics.meter.histogramBuilder("e0").ofLongs().build().record(0);
      metrics.meter.gaugeBuilder("g").setDescription("d").build().set(Double.NEGATIVE_INFINITY);
      metrics.meter.gaugeBuilder("l").ofLongs().build().set(Long.MIN_VALUE);
      metrics.meter.upDownCounterBuilder("u").ofDoubles().build().add(-value);
    }
  }

  private static ExportMetricsServiceRequest parsed(Encoder<MetricData> json) throws Exception {
    String text = new String(json.array(), 0, json.length(), UTF_8);
    ExportMetricsServiceRequest.Builder request = ExportMetricsServiceRequest.newBuilder();
    JsonFormat.parser().merge(HEX_ID.matcher(text).replaceAll(MetricEncodingTest::base64), request);
    return request.build();
  }

  private static String base64(MatchResult id) {
    byte[] bytes = HexFormat.of().parseHex(id.group(2));
    return "\"" + id.group(1) + "\":\"" + Base64.getEncoder().encodeToString(bytes) + "\"";
  }

  @Test
  void recordingCollectingAndEncodingMakesNoObjectsForAHistogramsSeries() {
    try (Metrics metrics = Metrics.cumulative()) {
      DoubleHistogram histogram = metrics.meter.histogramBuilder("h").build();
      Attributes[] routes = new Attributes[1999];
      for (int i = 0; i < routes.length; i++) {
        routes[i] = route("r" + i);
        histogram.record(i, routes[i]);
      }
      Encoder<MetricData> encoder = OtlpEncoder.metrics(LIMIT);
      MetricCollector collector = metrics.provider.collectors().get(0);
      for (int i = 0; i < 200; i++) {
        round(histogram, routes, collector, encoder);
      }
      long least = Long.MAX_VALUE;
      for (int i = 0; i < 20; i++) {
        long before = allocated();
        round(histogram, routes, collector, encoder);
        least = Math.min(least, allocated() - before);
      }
      // No more than the one lambda that walks a series' attributes, where it is not optimised
      // away.
      assertThat(least).isLessThan(32 * 2000);
      assertThat(encoder.length()).isGreaterThan(1999 * 200);
    }
  }

  private static void round(
      DoubleHistogram histogram,
      Attributes[] routes,
      MetricCollector collector,
      Encoder<MetricData> encoder) {
    for (Attributes attributes : routes) {
      histogram.record(7, attributes);
    }
    assertThat(encoder.encode(collector.collect(true))).isTrue();
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }
}

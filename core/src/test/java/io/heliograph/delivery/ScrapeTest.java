package io.heliograph.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.heliograph.Heliograph;
import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import io.heliograph.config.Signal;
import io.heliograph.contract.receiver.OtlpReceiver;
import io.heliograph.contract.receiver.PointData;
import io.heliograph.contract.receiver.ReceivedMetric;
import io.heliograph.export.Scrape;
import io.heliograph.instrumentation.JvmMetrics;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Metrics that are fetched, beside those that are sent. */
class ScrapeTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final OtlpReceiver receiver = OtlpReceiver.start();

  @AfterEach
  void close() {
    receiver.close();
    assertThat(receiver.violations()).isEmpty();
  }

  @Test
  @Compliance("Exporters > Prometheus > Exemplars for Histograms and Monotonic sums")
  void aScrapeLeadsToTheTrace() {
    try (Heliograph heliograph = start(Map.of("heliograph.metrics.exporter", "prometheus"))) {
      Span span = heliograph.openTelemetry().getTracer("t").spanBuilder("s").startSpan();
      try (Scope ignored = span.makeCurrent()) {
        counter(heliograph).add(3);
      } finally {
        span.end();
      }
      assertThat(scrape(heliograph, "application/openmetrics-text"))
          .startsWith("# TYPE target info\n")
          .contains("service_name=\"shop\"")
          .contains(
              "orders_total{otel_scope_name=\"test\"} 3 # {trace_id=\""
                  + span.getSpanContext().getTraceId()
                  + "\",span_id=\""
                  + span.getSpanContext().getSpanId()
                  + "\"} 3 ")
          .endsWith("# EOF\n");
      assertThat(heliograph.flush(LONG)).isTrue();
    }
    assertThat(receiver.metrics()).isEmpty();
  }

  @Test
  void aScrapeIsCumulativeWhateverIsSent() {
    try (Heliograph heliograph =
        start(
            Map.of(
                "heliograph.metrics.exporter", "otlp,prometheus",
                "heliograph.exporter.otlp.metrics.temporality.preference", "delta",
                "heliograph.exporter.otlp.metrics.default.histogram.aggregation",
                    "base2_exponential_bucket_histogram"))) {
      heliograph.openTelemetry().getMeter("test").histogramBuilder("h").build().record(1);
      counter(heliograph).add(3);
      assertThat(heliograph.flush(LONG)).isTrue();
      counter(heliograph).add(4);
      assertThat(heliograph.flush(LONG)).isTrue();
      assertThat(scrape(heliograph, null))
          .contains("orders_total{otel_scope_name=\"test\"} 7\n")
          .contains("h_bucket{otel_scope_name=\"test\",le=\"5.0\"} 1\n");
      List<ReceivedMetric> sent =
          receiver.metrics().stream().filter(metric -> metric.name().equals("orders")).toList();
      assertThat(sent)
          .extracting(metric -> metric.points().get(0).data())
          .containsExactly(new PointData.LongValue(3), new PointData.LongValue(4));
    }
  }

  @Test
  @Compliance("Exporters > Prometheus > otel_scope labels can be disabled")
  void scopeLabelsAreSwitchedOffByKey() {
    try (Heliograph heliograph =
        start(
            Map.of(
                "heliograph.metrics.exporter", "prometheus",
                "heliograph.exporter.prometheus.scope-labels", "false"))) {
      counter(heliograph).add(1);
      assertThat(scrape(heliograph, null)).contains("\norders_total 1\n");
    }
  }

  @Test
  void withoutItsExporterThereIsNothingToScrape() {
    try (Heliograph off = start(Map.of());
        Heliograph disabled =
            start(
                Map.of(
                    "heliograph.metrics.exporter", "prometheus",
                    "heliograph.sdk.disabled", "true"))) {
      assertThat(off.scrape(null)).isNull();
      assertThat(disabled.scrape(null)).isNull();
    }
  }

  @Test
  void afterTheEndThereIsNothingToScrape() {
    Heliograph heliograph = start(Map.of("heliograph.metrics.exporter", "prometheus"));
    assertThat(heliograph.scrape(null)).isNotNull();
    heliograph.close();
    assertThat(heliograph.scrape(null)).isNull();
  }

  @Test
  void toBeScrapedNoEndpointIsNeeded() {
    Settings settings =
        Settings.load(
            PropertySource.of(
                Map.of(
                    "heliograph.metrics.exporter", "prometheus",
                    "heliograph.traces.exporter", "none",
                    "heliograph.logs.exporter", "none"),
                "test"),
            Map.of());
    assertThat(settings.destinations(Signal.METRICS)).isEmpty();
    assertThat(settings.notices()).isEmpty();
    assertThat(settings.warnings()).isEmpty();
  }

  @Test
  void metricsOfTheJvmAreSentAndScraped() {
    try (Heliograph heliograph =
            start(
                Map.of(
                    "heliograph.metrics.exporter", "otlp,prometheus",
                    "heliograph.jvm.experimental", "true"));
        JvmMetrics metrics =
            JvmMetrics.register(heliograph.openTelemetry(), heliograph.settings())) {
      assertThat(scrape(heliograph, null))
          .contains("# TYPE jvm_memory_used_bytes gauge\n")
          .contains("# TYPE jvm_cpu_time_seconds_total counter\n")
          .contains("# TYPE jvm_cpu_recent_utilization_ratio gauge\n")
          .contains("# TYPE jvm_thread_count gauge\n")
          .contains("# TYPE jvm_file_descriptor_count gauge\n")
          .containsPattern("jvm_memory_used_bytes\\{jvm_memory_pool_name=\".+\",jvm_memory_type=");
      System.gc();
      while (!scrape(heliograph, null).contains("jvm_gc_duration_seconds_count")) {
        Thread.onSpinWait();
      }
      assertThat(heliograph.flush(LONG)).isTrue();
      ReceivedMetric duration = receiver.awaitMetric(any -> any.name().equals("jvm.gc.duration"));
      assertThat(duration.points().get(0).attributes()).containsKeys("jvm.gc.name", "jvm.gc.cause");
      assertThat(receiver.metrics())
          .extracting(ReceivedMetric::name)
          .contains(
              "jvm.memory.used",
              "jvm.memory.committed",
              "jvm.memory.limit",
              "jvm.memory.used_after_last_gc",
              "jvm.memory.init",
              "jvm.thread.count",
              "jvm.class.loaded",
              "jvm.class.unloaded",
              "jvm.class.count",
              "jvm.cpu.time",
              "jvm.cpu.count",
              "jvm.cpu.recent_utilization",
              "jvm.buffer.memory.used",
              "jvm.buffer.memory.limit",
              "jvm.buffer.count",
              "jvm.system.cpu.utilization",
              "jvm.system.cpu.load_1m",
              "jvm.file_descriptor.count",
              "jvm.file_descriptor.limit");
    }
  }

  private Heliograph start(Map<String, String> more) {
    Map<String, String> properties = new HashMap<>();
    properties.put("heliograph.service.name", "shop");
    properties.put("heliograph.exporter.otlp.endpoint", receiver.httpEndpoint());
    properties.put("heliograph.exporter.otlp.protocol", "http/protobuf");
    properties.putAll(more);
    return Heliograph.builder()
        .settings(Settings.load(PropertySource.of(properties, "test"), Map.of()))
        .build();
  }

  private static String scrape(Heliograph heliograph, String accept) {
    Scrape scrape = heliograph.scrape(accept);
    assertThat(scrape).isNotNull();
    return new String(scrape.body(), UTF_8);
  }

  private static LongCounter counter(Heliograph heliograph) {
    return heliograph.openTelemetry().getMeter("test").counterBuilder("orders").build();
  }
}

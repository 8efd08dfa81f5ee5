package io.heliograph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a start writes into the log, as a whole. */
class StartUpSummaryTest {

  @Test
  void aPlainProgramSaysAtItsStartWhereEverythingGoes() {
    try (CapturedLog log = new CapturedLog("io.heliograph");
        Heliograph heliograph =
            Program.builder(
                    "OTEL_SERVICE_NAME", "shop",
                    "OTEL_TRACES_SAMPLER", "parentbased_traceidratio",
                    "OTEL_TRACES_SAMPLER_ARG", "0.1",
                    "OTEL_LOGS_EXPORTER", "none",
                    "OTEL_METRIC_EXPORT_INTERVAL", "30000",
                    "OTEL_METRICS_EXPORTER", "console",
                    "OTEL_EXPORTER_OTLP_ENDPOINT", "http://user:secret@127.0.0.1:4318/?key=secret",
                    "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
                .build()) {
      assertThat(onlyBlock(log))
          .isEqualTo(
              """
              Heliograph %s for service 'shop'
                traces: otlp http/protobuf to http://127.0.0.1:4318/v1/traces
                metrics: console to standard output
                logs: not exported
                sampler: parentbased_traceidratio (0.1)
                metric interval: 30 s
                propagators: tracecontext, baggage"""
                  .formatted(heliograph.diagnostics().engine().get("version")));
    }
  }

  @Test
  void metricsThatAreScrapedAreNotUnexported() {
    try (CapturedLog log = new CapturedLog("io.heliograph");
        Heliograph ignored = Program.builder("OTEL_METRICS_EXPORTER", "prometheus").build()) {
      assertThat(onlyBlock(log)).contains("\n  metrics: prometheus, when it asks\n");
    }
  }

  @Test
  void withoutAnEndpointItSaysOnceWhatToSet() {
    try (CapturedLog log = new CapturedLog("io.heliograph");
        Heliograph ignored = Program.builder().build()) {
      assertThat(onlyBlock(log).lines().filter(line -> line.contains("no endpoint")))
          .containsExactly(
              "  The otlp exporter sends no traces, metrics and logs, because it has no endpoint:"
                  + " set heliograph.exporter.otlp.endpoint (or OTEL_EXPORTER_OTLP_ENDPOINT).");
    }
  }

  @Test
  void aFrameworkAddsWhatItFoundAndWritesItOnce() {
    try (CapturedLog log = new CapturedLog("io.heliograph");
        Heliograph heliograph = Program.builder().deferStartUpSummary().build()) {
      assertThat(log.lines()).isEmpty();
      heliograph
          .startUp()
          .instrumented("http server", "Spring MVC")
          .instrumented("data source 'main'", "JDBC")
          .notInstrumented("data source 'legacy'", "it is final\nand forges a line")
          .owner("http.server", "micrometer")
          .owner("jvm", "nobody")
          .owner("jdbc", "micrometer");
      heliograph.logStartUp();
      heliograph.logStartUp();
      assertThat(onlyBlock(log))
          .contains(
              "\n  instrumented:\n    http server: Spring MVC\n    data source 'main': JDBC",
              "\n  not instrumented:\n    data source 'legacy': it is final?and forges a line",
              "\n  recorded by micrometer: http.server, jdbc",
              "\n  recorded by nobody: jvm");
    }
  }

  @Test
  void whatIsToldLaterOrAgainReplacesWhatWasTold() {
    try (Heliograph heliograph = Program.builder().build()) {
      heliograph.startUp().notInstrumented("redis", "not yet").instrumented("redis", "Lettuce");
      Diagnostics.Coverage coverage = heliograph.diagnostics().coverage();
      assertThat(coverage.instrumented()).containsEntry("redis", "Lettuce");
      assertThat(coverage.notInstrumented()).isEmpty();
    }
  }

  @Test
  void anEngineThatIsOffSaysSo() {
    try (CapturedLog log = new CapturedLog("io.heliograph");
        Heliograph ignored = Program.builder("OTEL_SDK_DISABLED", "true").build()) {
      assertThat(onlyBlock(log)).contains("heliograph.sdk.disabled is true").doesNotContain("logs");
    }
  }

  @Test
  void theLogLevelSilencesIt() {
    try (CapturedLog log = new CapturedLog("io.heliograph");
        Heliograph ignored = Program.builder("OTEL_LOG_LEVEL", "warn").build()) {
      assertThat(log.lines()).isEmpty();
    }
  }

  private static String onlyBlock(CapturedLog log) {
    List<String> lines = log.lines();
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }
}

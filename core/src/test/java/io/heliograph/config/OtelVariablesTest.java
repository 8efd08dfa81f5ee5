package io.heliograph.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OtelVariablesTest {

  /** A value of each variable's type that is not its default. */
  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("OTEL_SDK_DISABLED", "true"),
          Map.entry("OTEL_LOG_LEVEL", "error"),
          Map.entry("OTEL_PROPAGATORS", "b3"),
          Map.entry("OTEL_SERVICE_NAME", "shop"),
          Map.entry("OTEL_RESOURCE_ATTRIBUTES", "a=b"),
          Map.entry("OTEL_TRACES_SAMPLER", "always_off"),
          Map.entry("OTEL_TRACES_SAMPLER_ARG", "0.5"),
          Map.entry("OTEL_METRIC_EXPORT_INTERVAL", "25"),
          Map.entry("OTEL_METRIC_EXPORT_TIMEOUT", "26"),
          Map.entry("OTEL_METRICS_EXEMPLAR_FILTER", "always_on"),
          Map.entry("OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE", "lowmemory"),
          Map.entry(
              "OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION",
              "base2_exponential_bucket_histogram"),
          Map.entry("OTEL_ATTRIBUTE_COUNT_LIMIT", "11"),
          Map.entry("OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT", "12"),
          Map.entry("OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT", "13"),
          Map.entry("OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT", "14"),
          Map.entry("OTEL_SPAN_EVENT_COUNT_LIMIT", "15"),
          Map.entry("OTEL_SPAN_LINK_COUNT_LIMIT", "16"),
          Map.entry("OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT", "17"),
          Map.entry("OTEL_LINK_ATTRIBUTE_COUNT_LIMIT", "18"),
          Map.entry("OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT", "31"),
          Map.entry("OTEL_LOGRECORD_ATTRIBUTE_VALUE_LENGTH_LIMIT", "32"),
          Map.entry("OTEL_BLRP_SCHEDULE_DELAY", "33"),
          Map.entry("OTEL_BLRP_EXPORT_TIMEOUT", "34"),
          Map.entry("OTEL_BLRP_MAX_QUEUE_SIZE", "2001"),
          Map.entry("OTEL_BLRP_MAX_EXPORT_BATCH_SIZE", "35"),
          Map.entry("OTEL_METRICS_EXPORTER", "otlp,console"),
          Map.entry("OTEL_LOGS_EXPORTER", "otlp,console"),
          Map.entry("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "http://metrics"),
          Map.entry("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", "http://logs"),
          Map.entry("OTEL_EXPORTER_OTLP_METRICS_PROTOCOL", "grpc"),
          Map.entry("OTEL_EXPORTER_OTLP_LOGS_PROTOCOL", "grpc"),
          Map.entry("OTEL_EXPORTER_OTLP_METRICS_TIMEOUT", "37"),
          Map.entry("OTEL_EXPORTER_OTLP_LOGS_TIMEOUT", "36"),
          Map.entry("OTEL_EXPORTER_OTLP_METRICS_COMPRESSION", "gzip"),
          Map.entry("OTEL_EXPORTER_OTLP_LOGS_COMPRESSION", "gzip"),
          Map.entry("OTEL_EXPORTER_OTLP_METRICS_INSECURE", "false"),
          Map.entry("OTEL_EXPORTER_OTLP_LOGS_INSECURE", "false"),
          Map.entry("OTEL_EXPORTER_OTLP_METRICS_CERTIFICATE", "/ca4"),
          Map.entry("OTEL_EXPORTER_OTLP_LOGS_CERTIFICATE", "/ca3"),
          Map.entry("OTEL_EXPORTER_OTLP_METRICS_CLIENT_KEY", "/key4"),
          Map.entry("OTEL_EXPORTER_OTLP_LOGS_CLIENT_KEY", "/key3"),
          Map.entry("OTEL_EXPORTER_OTLP_METRICS_CLIENT_CERTIFICATE", "/cert4"),
          Map.entry("OTEL_EXPORTER_OTLP_LOGS_CLIENT_CERTIFICATE", "/cert3"),
          Map.entry("OTEL_BSP_SCHEDULE_DELAY", "19"),
          Map.entry("OTEL_BSP_EXPORT_TIMEOUT", "20"),
          Map.entry("OTEL_BSP_MAX_QUEUE_SIZE", "2000"),
          Map.entry("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "21"),
          Map.entry("OTEL_TRACES_EXPORTER", "otlp,zipkin"),
          Map.entry("OTEL_EXPORTER_ZIPKIN_ENDPOINT", "http://zipkin"),
          Map.entry("OTEL_EXPORTER_ZIPKIN_TIMEOUT", "22"),
          Map.entry("OTEL_EXPORTER_OTLP_ENDPOINT", "http://general"),
          Map.entry("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json"),
          Map.entry("OTEL_EXPORTER_OTLP_TIMEOUT", "23"),
          Map.entry("OTEL_EXPORTER_OTLP_COMPRESSION", "none"),
          Map.entry("OTEL_EXPORTER_OTLP_INSECURE", "true"),
          Map.entry("OTEL_EXPORTER_OTLP_CERTIFICATE", "/ca"),
          Map.entry("OTEL_EXPORTER_OTLP_CLIENT_KEY", "/key"),
          Map.entry("OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE", "/cert"),
          Map.entry("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://traces"),
          Map.entry("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "grpc"),
          Map.entry("OTEL_EXPORTER_OTLP_TRACES_TIMEOUT", "24"),
          Map.entry("OTEL_EXPORTER_OTLP_TRACES_COMPRESSION", "gzip"),
          Map.entry("OTEL_EXPORTER_OTLP_TRACES_INSECURE", "false"),
          Map.entry("OTEL_EXPORTER_OTLP_TRACES_CERTIFICATE", "/ca2"),
          Map.entry("OTEL_EXPORTER_OTLP_TRACES_CLIENT_KEY", "/key2"),
          Map.entry("OTEL_EXPORTER_OTLP_TRACES_CLIENT_CERTIFICATE", "/cert2"));

  @Test
  @Compliance({
    "Environment Variables > OTEL_BSP_*",
    "Environment Variables > OTEL_BLRP_*",
    "Environment Variables > OTEL_LOGS_EXPORTER",
    "Environment Variables > OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT",
    "Environment Variables > OTEL_LOGRECORD_ATTRIBUTE_VALUE_LENGTH_LIMIT",
    "Environment Variables > OTEL_EXPORTER_OTLP_*"
  })
  void readsEveryVariableUnderItsOwnName() {
    Settings settings = Settings.load(PropertySource.empty(), VALUES);
    Map<String, String> written =
        settings.effective().stream()
            .filter(s -> s.origin().startsWith("environment variable "))
            .collect(Collectors.toMap(OtelVariablesTest::variable, EffectiveSetting::value));
    assertThat(written).isEqualTo(VALUES);
    assertThat(settings.warnings()).isEmpty();
  }

  /** The secret ones have a test of their own, and so has the file. */
  @Test
  void knowsEveryVariableOfTheCatalogue() {
    assertThat(
            Catalogue.all().stream()
                .filter(setting -> !setting.isSecret() && setting != EngineSettings.CONFIG_FILE)
                .flatMap(setting -> Stream.ofNullable(setting.otelName())))
        .containsExactlyInAnyOrderElementsOf(VALUES.keySet());
  }

  private static String variable(EffectiveSetting setting) {
    return "OTEL_" + Names.environmentForm(setting.key()).substring("HELIOGRAPH_".length());
  }
}

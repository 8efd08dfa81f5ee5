package io.heliograph.config;

import java.util.List;
import java.util.Set;

/** Variables that the OpenTelemetry specification defines and that are no settings of ours. */
final class OtelVariables {
  private static final List<String> UNSUPPORTED_FAMILIES =
      List.of("OTEL_EXPORTER_JAEGER_", "OTEL_EXPORTER_PROMETHEUS_");

  private static final Set<String> UNSUPPORTED =
      Set.of(
          "OTEL_EXPORTER_OTLP_SPAN_INSECURE",
          "OTEL_EXPORTER_OTLP_METRIC_INSECURE",
          "OTEL_EXPERIMENTAL_CONFIG_FILE",
          "OTEL_ENTITIES");

  private static final List<String> OWN_SERVER =
      List.of("_EXPORTER_PROMETHEUS_HOST", "_EXPORTER_PROMETHEUS_PORT");

  private OtelVariables() {}

  /** Those of a server of the exporter's own, in any spelling of their prefix. */
  static boolean isOfOwnServer(String variable) {
    return OWN_SERVER.stream().anyMatch(variable::endsWith);
  }

  static boolean isUnsupported(String variable) {
    return UNSUPPORTED.contains(variable)
        || UNSUPPORTED_FAMILIES.stream().anyMatch(variable::startsWith);
  }
}

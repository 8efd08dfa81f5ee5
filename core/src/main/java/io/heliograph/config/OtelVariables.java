package io.heliograph.config;

import java.util.List;
import java.util.Set;

/** Variables that the OpenTelemetry specification defines and that are no settings of ours. */
final class OtelVariables {
  private static final List<String> OTHER_SIGNALS =
      List.of(
          "OTEL_METRIC_",
          "OTEL_METRICS_",
          "OTEL_EXPORTER_OTLP_METRICS_",
          "OTEL_EXPORTER_PROMETHEUS_");

  private static final List<String> REMOVED = List.of("OTEL_EXPORTER_JAEGER_");

  private static final Set<String> UNSUPPORTED =
      Set.of(
          "OTEL_EXPORTER_OTLP_SPAN_INSECURE",
          "OTEL_EXPORTER_OTLP_METRIC_INSECURE",
          "OTEL_EXPERIMENTAL_CONFIG_FILE",
          "OTEL_ENTITIES");

  private OtelVariables() {}

  static boolean ofOtherSignals(String variable) {
    return OTHER_SIGNALS.stream().anyMatch(variable::startsWith);
  }

  static boolean isUnsupported(String variable) {
    return UNSUPPORTED.contains(variable) || REMOVED.stream().anyMatch(variable::startsWith);
  }
}

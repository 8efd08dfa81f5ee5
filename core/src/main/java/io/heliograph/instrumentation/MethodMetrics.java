package io.heliograph.instrumentation;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.Meter;
import org.jspecify.annotations.Nullable;

/** The metric of traced methods, for which the conventions have none. */
final class MethodMetrics {

  private final DurationHistogram durations;
  private final SeriesCache<Outcome> outcomes = new SeriesCache<>();

  MethodMetrics(Meter meter) {
    this.durations =
        new DurationHistogram(
            meter,
            "heliograph.method.duration",
            "Duration of calls of traced methods.",
            DurationHistogram.SHORT_BOUNDARIES);
  }

  boolean enabled() {
    return durations.enabled();
  }

  /** What becomes of a call that ends this way. */
  Outcome outcome(String functionName, @Nullable String errorType) {
    Outcome known = outcomes.find(functionName, errorType, null, null, null, 0);
    if (known != null) {
      return known;
    }
    AttributesBuilder attributes =
        Attributes.builder().put(SemanticAttributes.CODE_FUNCTION_NAME, functionName);
    if (errorType != null) {
      attributes.put(SemanticAttributes.ERROR_TYPE, errorType);
    }
    return outcomes.add(
        Outcome.of(durations.series(attributes.build())),
        functionName,
        errorType,
        null,
        null,
        null,
        0);
  }
}

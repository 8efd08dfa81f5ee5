package io.heliograph.instrumentation;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.Meter;
import org.jspecify.annotations.Nullable;

/**
 * The metric of database calls.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/database/database-metrics/">Database
 *     client metrics</a>
 */
final class DbClientMetrics {

  private final DurationHistogram durations;
  private final SeriesCache<Outcome> outcomes = new SeriesCache<>();

  DbClientMetrics(Meter meter) {
    this.durations =
        new DurationHistogram(
            meter,
            "db.client.operation.duration",
            "Duration of database client operations.",
            DurationHistogram.SHORT_BOUNDARIES);
  }

  boolean enabled() {
    return durations.enabled();
  }

  /**
   * What becomes of a call that ends this way.
   *
   * @param statusCode the database's own, {@code null} if it answered with none
   */
  Outcome outcome(
      DbTarget target, DbQuery query, @Nullable String statusCode, @Nullable String errorType) {
    if (!enabled()) {
      return Outcome.UNKNOWN;
    }
    String operation = query.operation();
    String summary = query.summary();
    Outcome known = outcomes.find(target, operation, summary, statusCode, errorType, 0);
    if (known != null) {
      return known;
    }
    AttributesBuilder attributes = Attributes.builder();
    AttributeSink sink = attributes::put;
    target.record(sink);
    sink.setIfPresent(SemanticAttributes.DB_OPERATION_NAME, operation);
    sink.setIfPresent(SemanticAttributes.DB_QUERY_SUMMARY, summary);
    sink.setIfPresent(SemanticAttributes.DB_RESPONSE_STATUS_CODE, statusCode);
    sink.setIfPresent(SemanticAttributes.ERROR_TYPE, errorType);
    return outcomes.add(
        Outcome.of(durations.series(attributes.build())),
        target,
        operation,
        summary,
        statusCode,
        errorType,
        0);
  }
}

package io.heliograph.instrumentation;

import io.heliograph.internal.diagnostics.Faults;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A database call on its way.
 *
 * <p>The exception itself is not recorded: databases repeat the statement and its values in their
 * messages.
 */
final class DbOperation extends Operation<Void> {

  private final DbClientMetrics metrics;
  private final DbCall call;

  DbOperation(DbClientMetrics metrics, DbCall call, Context context, Span span, Faults faults) {
    super(context, span, metrics.enabled(), faults);
    this.metrics = metrics;
    this.call = call;
  }

  @Override
  Outcome finish(Span span, @Nullable Void response, @Nullable Throwable error) {
    return error == null ? call.success() : failed(span, error);
  }

  private Outcome failed(Span span, Throwable error) {
    String code = statusCode(Errors.cause(error));
    String errorType = code == null ? Errors.type(error) : code;
    record(span::setAttribute, code, errorType);
    span.setStatus(StatusCode.ERROR);
    return metrics.outcome(call.target(), call.query(), code, errorType);
  }

  private static void record(AttributeSink span, @Nullable String code, String errorType) {
    span.setIfPresent(SemanticAttributes.DB_RESPONSE_STATUS_CODE, code);
    span.setAttribute(SemanticAttributes.ERROR_TYPE, errorType);
  }

  /** The vendor's code where the conventions name it as the more specific one, else SQLSTATE. */
  private @Nullable String statusCode(Throwable error) {
    if (!(error instanceof SQLException sql)) {
      return null;
    }
    int code = sql.getErrorCode();
    String state = sql.getSQLState();
    return switch (call.target().system()) {
      case "oracle.db" -> code == 0 ? state : String.format(Locale.ROOT, "ORA-%05d", code);
      case "ibm.db2", "mariadb", "microsoft.sql_server", "mysql", "sqlite" ->
          code == 0 ? state : Integer.toString(code);
      default -> state == null && code != 0 ? Integer.toString(code) : state;
    };
  }
}

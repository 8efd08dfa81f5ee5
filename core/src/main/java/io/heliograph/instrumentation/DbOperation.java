package io.heliograph.instrumentation;

import io.heliograph.internal.diagnostics.Faults;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A database call on its way.
 *
 * <p>The exception itself is not recorded: databases repeat the statement and its values in their
 * messages.
 */
final class DbOperation extends Operation<Void> {

  private final DbTarget target;

  DbOperation(DbTarget target, Context context, Span span, Faults faults) {
    super(context, span, faults);
    this.target = target;
  }

  @Override
  void finish(Span span, @Nullable Void response, @Nullable Throwable error) {
    if (error == null) {
      return;
    }
    Throwable cause = Errors.cause(error);
    String code = cause instanceof SQLException sql ? statusCode(sql) : null;
    if (code != null) {
      span.setAttribute(SemanticAttributes.DB_RESPONSE_STATUS_CODE, code);
    }
    span.setAttribute(SemanticAttributes.ERROR_TYPE, code == null ? Errors.type(error) : code);
    span.setStatus(StatusCode.ERROR);
  }

  /** The vendor's code where the conventions name it as the more specific one, else SQLSTATE. */
  private @Nullable String statusCode(SQLException error) {
    int code = error.getErrorCode();
    String state = error.getSQLState();
    return switch (target.system()) {
      case "oracle.db" -> code == 0 ? state : String.format("ORA-%05d", code);
      case "ibm.db2", "mariadb", "microsoft.sql_server", "mysql", "sqlite" ->
          code == 0 ? state : Integer.toString(code);
      default -> state == null && code != 0 ? Integer.toString(code) : state;
    };
  }
}

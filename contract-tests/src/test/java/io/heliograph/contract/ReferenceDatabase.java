package io.heliograph.contract;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.util.Locale;

/** A database that is nothing but its spans. */
final class ReferenceDatabase {

  static final ContractDatabase DESCRIPTION =
      new ContractDatabase("h2database", "contract", null, null);

  private static final String MISSING = "42S02";

  private final Tracer tracer;
  private final ReferenceMethods methods;

  ReferenceDatabase(Tracer tracer, ReferenceMethods methods) {
    this.tracer = tracer;
    this.methods = methods;
  }

  String run(String operation) {
    ContractSql sql = ContractSql.valueOf(operation.toUpperCase(Locale.ROOT).replace('-', '_'));
    switch (sql) {
      case SELECT -> literal(sql, "SELECT contract_items").end();
      case INSERT -> literal(sql, "INSERT contract_items").end();
      case PREPARED -> span(sql.text(), "SELECT contract_items").end();
      case CALLABLE -> span(sql.text(), "CALL abs").end();
      case BATCH -> batch(sql);
      case TRANSACTION -> {
        span(sql.text(), "DELETE contract_items").end();
        span(sql.text(), "DELETE contract_items").end();
      }
      case IN_METHOD ->
          methods.traced("contract.query", () -> literal(sql, "SELECT contract_items").end());
      case ERROR -> {
        return error(sql);
      }
    }
    return "done";
  }

  private Span literal(ContractSql sql, String summary) {
    return span(sql.text().replaceAll("'[^']*'|\\b\\d+\\b", "?"), summary);
  }

  private void batch(ContractSql sql) {
    span(sql.text(), "BATCH INSERT contract_items")
        .setAttribute("db.operation.name", "BATCH INSERT")
        .setAttribute("db.operation.batch.size", 3L)
        .end();
  }

  private String error(ContractSql sql) {
    literal(sql, "SELECT contract_missing")
        .setAttribute("db.response.status_code", MISSING)
        .setAttribute("error.type", MISSING)
        .setStatus(StatusCode.ERROR)
        .end();
    return MISSING;
  }

  private Span span(String text, String summary) {
    return tracer
        .spanBuilder(summary)
        .setSpanKind(SpanKind.CLIENT)
        .setAttribute("db.system.name", DESCRIPTION.systemName())
        .setAttribute("db.namespace", DESCRIPTION.namespace())
        .setAttribute("db.query.text", text)
        .setAttribute("db.query.summary", summary)
        .startSpan();
  }
}

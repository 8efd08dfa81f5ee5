package io.heliograph.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.contract.receiver.ReceivedSpan;
import io.heliograph.contract.receiver.ReceivedTrace;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the span and the metric of a JDBC statement say, after the stable semantic conventions for
 * databases. Needs {@link ContractSql} and {@link ContractEndpoint#SUCCESS}.
 */
public abstract class DatabaseContract extends Contract {

  private static final String DURATION = "db.client.operation.duration";

  private static final Set<String> MEASURED =
      Set.of(
          "db.system.name",
          "db.namespace",
          "db.operation.name",
          "db.query.summary",
          "db.response.status_code",
          "server.address",
          "server.port",
          "error.type");

  /** The database that the application uses. */
  protected abstract ContractDatabase database();

  @BeforeEach
  final void needsADatabase() {
    requires(Capability.DATABASE);
  }

  @Test
  final void describesAQuery() {
    ReceivedSpan span = run(ContractSql.SELECT, "done");

    assertDescribed(
        span,
        "SELECT contract_items",
        "SELECT name FROM contract_items WHERE id = ? AND name <> ?");
    assertNoBatch(span);
  }

  @Test
  final void sanitisesTheValuesOfAnInsert() {
    ReceivedSpan span = run(ContractSql.INSERT, "done");

    assertDescribed(
        span, "INSERT contract_items", "INSERT INTO contract_items (id, name) VALUES (?, ?)");
  }

  @Test
  final void leavesAParameterisedStatementAlone() {
    ReceivedSpan span = run(ContractSql.PREPARED, "done");

    assertDescribed(span, "SELECT contract_items", ContractSql.PREPARED.text());
    assertNoBatch(span);
  }

  @Test
  final void describesABatch() {
    ReceivedSpan span = run(ContractSql.BATCH, "done");

    assertDescribed(span, "BATCH INSERT contract_items", ContractSql.BATCH.text());
    assertThat(span.attribute("db.operation.name")).asString().startsWith("BATCH");
    assertThat(span.attribute("db.operation.batch.size")).isEqualTo(3L);
  }

  @Test
  final void recordsTheStatementsOfATransaction() {
    assertThat(driver().get(ContractSql.TRANSACTION.path()).body()).isEqualTo("done");

    ReceivedTrace trace = serverTrace(3);
    List<ReceivedSpan> statements = trace.children(trace.root());
    assertThat(statements).hasSize(2);
    statements.forEach(
        span -> assertDescribed(span, "DELETE contract_items", ContractSql.TRANSACTION.text()));
  }

  @Test
  final void recordsACall() {
    requires(Capability.DATABASE_CALLABLE);

    ReceivedSpan span = run(ContractSql.CALLABLE, "done");

    assertThat(span.kind()).isEqualTo(SpanKind.CLIENT);
    assertThat(span.attributes())
        .containsEntry("db.system.name", database().systemName())
        .containsEntry("db.query.text", ContractSql.CALLABLE.text());
  }

  @Test
  final void recordsAFailure() {
    String sqlState = driver().get(ContractSql.ERROR.path()).body();

    ReceivedTrace trace = serverTrace(2);
    ReceivedSpan span = trace.onlyChild(trace.root());
    assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    assertThat(span.attributes())
        .containsEntry("db.response.status_code", sqlState)
        .containsEntry("error.type", sqlState)
        .containsEntry("db.query.text", "SELECT name FROM contract_missing WHERE id = ?");
    assertThat(span.name()).isEqualTo("SELECT contract_missing");
    assertThat(trace.root().status()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  final void measuresAStatement() {
    settleMetrics();
    ReceivedSpan span = run(ContractSql.PREPARED, "done");
    assertMeasured(span);
  }

  @Test
  final void measuresABatchAndAFailure() {
    settleMetrics();
    assertMeasured(run(ContractSql.BATCH, "done"));

    settleMetrics();
    driver().get(ContractSql.ERROR.path());
    ReceivedTrace failed = serverTrace(2);
    assertMeasured(failed.onlyChild(failed.root()));
  }

  private static void assertMeasured(ReceivedSpan span) {
    Measurement.await(receiver(), DURATION, span).describes(span, MEASURED, SHORT_BOUNDS);
  }

  @Test
  final void hangsOnTheMethodThatRunsIt() {
    assertThat(driver().get(ContractSql.IN_METHOD.path()).body()).isEqualTo("done");

    ReceivedTrace trace = serverTrace(3);
    ReceivedSpan method = trace.onlyChild(trace.root());
    assertThat(method.name()).isEqualTo("contract.query");
    assertThat(trace.onlyChild(method).name()).isEqualTo("SELECT contract_items");
  }

  /** Runs one statement and returns its span, the only child of the server span. */
  private ReceivedSpan run(ContractSql sql, String answer) {
    assertThat(driver().get(sql.path()).body()).isEqualTo(answer);
    ReceivedTrace trace = serverTrace(2);
    return trace.onlyChild(trace.root());
  }

  private void assertDescribed(ReceivedSpan span, String summary, String text) {
    ContractDatabase database = database();
    assertThat(span.name()).isEqualTo(summary);
    assertThat(span.kind()).isEqualTo(SpanKind.CLIENT);
    assertThat(span.status()).isEqualTo(StatusCode.UNSET);
    assertThat(span.attributes())
        .containsEntry("db.system.name", database.systemName())
        .containsEntry("db.namespace", database.namespace())
        .containsEntry("db.query.summary", summary)
        .containsEntry("db.query.text", text)
        .doesNotContainKeys("error.type", "db.response.status_code");
    Integer port = database.serverPort();
    assertThat(span.attribute("server.address")).isEqualTo(database.serverAddress());
    assertThat(span.attribute("server.port")).isEqualTo(port == null ? null : port.longValue());
  }

  private static void assertNoBatch(ReceivedSpan span) {
    assertThat(span.attributes()).doesNotContainKey("db.operation.batch.size");
  }
}

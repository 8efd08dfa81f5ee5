package io.heliograph.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.instrumentation.DbClientOptions;
import io.heliograph.instrumentation.RecordingEngine;
import io.heliograph.internal.context.Suppression;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.sql.BatchUpdateException;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds on every database; a subclass gives its data source. */
abstract class TracedDataSourceContract {

  final RecordingEngine engine = new RecordingEngine();
  private DataSource original;
  private DataSource traced;
  private Connection connection;

  abstract DataSource dataSource();

  abstract String systemName();

  @BeforeEach
  void createTable() throws SQLException {
    original = dataSource();
    traced = TracedDataSource.wrap(original, engine.openTelemetry(), DbClientOptions.defaults());
    connection = traced.getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS orders");
      statement.execute("CREATE TABLE orders (id int PRIMARY KEY, name varchar(50))");
    }
    engine.reset();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void recordsEveryWayToExecuteAStatement() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.execute("INSERT INTO orders VALUES (1, 'a')")).isFalse();
      statement.execute("INSERT INTO orders VALUES (2, 'a')", Statement.NO_GENERATED_KEYS);
      statement.execute("INSERT INTO orders VALUES (3, 'a')", new String[] {"id"});
      assertThat(statement.executeUpdate("INSERT INTO orders VALUES (4, 'a')")).isEqualTo(1);
      statement.executeUpdate("INSERT INTO orders VALUES (5, 'a')", Statement.NO_GENERATED_KEYS);
      statement.executeUpdate("INSERT INTO orders VALUES (6, 'a')", new String[] {"id"});
      assertThat(statement.executeLargeUpdate("INSERT INTO orders VALUES (7, 'a')")).isEqualTo(1);
      statement.executeLargeUpdate(
          "INSERT INTO orders VALUES (8, 'a')", Statement.NO_GENERATED_KEYS);
      statement.executeLargeUpdate("INSERT INTO orders VALUES (9, 'a')", new String[] {"id"});
    }

    assertThat(engine.spans())
        .hasSize(9)
        .allSatisfy(
            span -> {
              assertThat(span.getName()).isEqualTo("INSERT orders");
              assertThat(string(span, "db.system.name")).isEqualTo(systemName());
              assertThat(string(span, "db.query.text"))
                  .isEqualTo("INSERT INTO orders VALUES (?, ?)");
            });
  }

  @Test
  void recordsAQueryAndReturnsItsRows() throws SQLException {
    try (Statement statement =
            connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM orders WHERE name = 'x'")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isZero();
    }

    assertThat(engine.span().getName()).isEqualTo("SELECT orders");
    assertThat(string(engine.span(), "db.query.text"))
        .isEqualTo("SELECT count(*) FROM orders WHERE name = ?");
    assertThat(engine.span().getInstrumentationScopeInfo().getName())
        .isEqualTo("io.heliograph.jdbc");
  }

  @Test
  void recordsEveryWayToExecuteAPreparedStatement() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO orders VALUES (?, ?)")) {
      statement.setInt(1, 1);
      statement.setString(2, "a");
      statement.execute();
      statement.setInt(1, 2);
      assertThat(statement.executeUpdate()).isEqualTo(1);
      statement.setInt(1, 3);
      assertThat(statement.executeLargeUpdate()).isEqualTo(1);
    }
    String query = "SELECT name FROM orders WHERE id = ?";
    try (PreparedStatement statement =
        connection.prepareStatement(
            query, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      statement.setInt(1, 2);
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("a");
      }
    }

    assertThat(engine.spans())
        .extracting(span -> string(span, "db.query.text"))
        .containsExactly(
            "INSERT INTO orders VALUES (?, ?)",
            "INSERT INTO orders VALUES (?, ?)",
            "INSERT INTO orders VALUES (?, ?)",
            query);
  }

  @Test
  void recordsGeneratedKeyStatements() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO orders VALUES (?, 'a')", new String[] {"id"})) {
      statement.setInt(1, 9);
      statement.executeUpdate();
      try (ResultSet keys = statement.getGeneratedKeys()) {
        assertThat(keys.next()).isTrue();
        assertThat(keys.getInt(1)).isEqualTo(9);
      }
    }

    assertThat(engine.spans()).hasSize(1);
  }

  @Test
  void recordsBatches() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO orders VALUES (?, ?)")) {
      for (int id = 1; id <= 3; id++) {
        statement.setInt(1, id);
        statement.setString(2, "x");
        statement.addBatch();
      }
      assertThat(statement.executeBatch()).hasSize(3);
      statement.setInt(1, 4);
      statement.addBatch();
      statement.executeLargeBatch();
    }
    try (Statement statement = connection.createStatement()) {
      statement.addBatch("DELETE FROM nowhere");
      statement.clearBatch();
      statement.addBatch("DELETE FROM orders WHERE id = 1");
      statement.addBatch("DELETE FROM orders WHERE id = 2");
      assertThat(statement.executeBatch()).containsExactly(1, 1);
    }

    List<SpanData> spans = engine.spans();
    assertThat(spans)
        .extracting(SpanData::getName)
        .containsExactly("BATCH INSERT orders", "INSERT orders", "BATCH DELETE orders");
    assertThat(spans)
        .extracting(
            span -> span.getAttributes().get(AttributeKey.longKey("db.operation.batch.size")))
        .containsExactly(3L, null, 2L);
  }

  @Test
  void recordsAFailedStatement() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO orders VALUES (1, 's3cret')");
      assertThatThrownBy(() -> statement.execute("INSERT INTO orders VALUES (1, 's3cret')"))
          .isInstanceOf(SQLException.class);
    }

    SpanData span = engine.spans().get(1);
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(string(span, "db.response.status_code")).isEqualTo("23505");
    assertThat(string(span, "error.type")).isEqualTo("23505");
    assertThat(span.toString()).doesNotContain("s3cret");
  }

  @Test
  void recordsAFailedBatchAndForgetsIt() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.addBatch("INSERT INTO orders VALUES (1, 'a')");
      statement.addBatch("INSERT INTO orders VALUES (1, 'a')");
      assertThatThrownBy(statement::executeBatch).isInstanceOf(BatchUpdateException.class);
      statement.clearBatch();
      statement.addBatch("DELETE FROM orders");
      statement.executeBatch();
    }

    assertThat(engine.spans())
        .extracting(SpanData::getName)
        .containsExactly("BATCH INSERT orders", "DELETE orders");
    assertThat(engine.spans().get(0).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void recordsCalls() throws SQLException {
    try (CallableStatement call = connection.prepareCall("{? = call abs(?)}")) {
      call.registerOutParameter(1, Types.INTEGER);
      call.setInt(2, -7);
      call.execute();
      assertThat(call.getInt(1)).isEqualTo(7);
    }

    assertThat(engine.span().getName()).isEqualTo("call abs");
  }

  @Test
  void isAChildOfTheCurrentSpan() throws SQLException {
    Span parent = engine.tracer().spanBuilder("parent").startSpan();
    try (Scope ignored = parent.makeCurrent();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1");
    }

    assertThat(engine.span().getParentSpanId()).isEqualTo(parent.getSpanContext().getSpanId());
  }

  @Test
  void recordsNothingUnderSuppression() throws SQLException {
    try (Scope ignored = Suppression.suppress(Context.root()).makeCurrent();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1");
    }

    assertThat(engine.spans()).isEmpty();
  }

  @Test
  void recordsNoCommitAndNoRollback() throws SQLException {
    connection.setAutoCommit(false);
    connection.commit();
    connection.rollback();
    connection.setAutoCommit(true);

    assertThat(engine.spans()).isEmpty();
  }

  @Test
  void leadsBackFromAStatementToTheTracedConnection() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.getConnection()).isSameAs(connection);
    }
  }

  @Test
  void reachesTheOriginals() throws SQLException {
    assertThat(traced.unwrap(original.getClass())).isSameAs(original);
    assertThat(traced.isWrapperFor(original.getClass())).isTrue();
    assertThat(traced.isWrapperFor(CharSequence.class)).isFalse();
    assertThat(connection.unwrap(Connection.class)).isNotInstanceOf(TracedConnection.class);
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.unwrap(Statement.class)).isNotInstanceOf(TracedStatement.class);
      assertThatThrownBy(() -> statement.unwrap(CharSequence.class))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void wrapsOnlyOnce() {
    assertThat(traced).isNotSameAs(original);
    assertThat(TracedDataSource.wrap(traced, engine.openTelemetry(), DbClientOptions.defaults()))
        .isSameAs(traced);
  }

  @Test
  void recordsConnectionsThatAreOpenedForAUser() throws SQLException {
    try (Connection other = traced.getConnection(user(), "");
        Statement statement = other.createStatement()) {
      statement.execute("SELECT 1");
    }

    assertThat(engine.spans()).hasSize(1);
  }

  abstract String user();

  static String string(SpanData span, String key) {
    return span.getAttributes().get(AttributeKey.stringKey(key));
  }
}

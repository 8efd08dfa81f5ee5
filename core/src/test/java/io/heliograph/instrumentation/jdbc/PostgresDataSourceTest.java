package io.heliograph.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.instrumentation.DbClientOptions;
import io.opentelemetry.api.common.AttributeKey;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

class PostgresDataSourceTest extends TracedDataSourceContract {

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void startDatabase() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stopDatabase() throws IOException {
    postgres.close();
  }

  @Override
  DataSource dataSource() {
    return postgres.getPostgresDatabase();
  }

  @Override
  String systemName() {
    return "postgresql";
  }

  @Override
  String user() {
    return "postgres";
  }

  @Test
  void namesServerAndDatabase() throws SQLException {
    try (Connection connection = traced().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT $$s3cret$$, E'it\\'s', 'C:\\'");
    }

    assertThat(string(engine.span(), "db.namespace")).isEqualTo("postgres");
    assertThat(string(engine.span(), "server.address")).isEqualTo("localhost");
    assertThat(engine.span().getAttributes().get(AttributeKey.longKey("server.port")))
        .isEqualTo(postgres.getPort());
    assertThat(string(engine.span(), "db.query.text")).isEqualTo("SELECT ?, ?, ?");
  }

  @Test
  void reachesTheDriversOwnConnection() throws SQLException {
    try (Connection connection = traced().getConnection()) {
      assertThat(connection.unwrap(PGConnection.class).getBackendPID()).isPositive();
      assertThat(connection.isWrapperFor(PGConnection.class)).isTrue();
    }
  }

  @Test
  void namesTheSqlstateOfASyntaxError() throws SQLException {
    try (Connection connection = traced().getConnection();
        PreparedStatement statement = connection.prepareStatement("SELEC 's3cret'")) {
      statement.execute();
    } catch (SQLException expected) {
      assertThat(string(engine.span(), "error.type")).isEqualTo("42601");
      assertThat(engine.span().getName()).isEqualTo("postgres");
      assertThat(engine.span().toString()).doesNotContain("s3cret");
      return;
    }
    throw new AssertionError("the statement is wrong");
  }

  private DataSource traced() {
    return TracedDataSource.wrap(dataSource(), engine.openTelemetry(), DbClientOptions.defaults());
  }
}

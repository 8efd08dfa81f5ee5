package io.heliograph.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.instrumentation.DbClientOptions;
import io.opentelemetry.api.OpenTelemetry;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DataSourceProxyTest {

  /** A pool's own interface. */
  interface Pool extends DataSource {
    Connection readOnly() throws SQLException;

    int size();
  }

  private static final class H2Pool extends ForwardingWrapper implements Pool {

    private final JdbcDataSource database;

    private H2Pool(JdbcDataSource database) {
      super(database);
      this.database = database;
    }

    static H2Pool of(String url) {
      JdbcDataSource database = new JdbcDataSource();
      database.setURL(url);
      return new H2Pool(database);
    }

    @Override
    public Connection getConnection() throws SQLException {
      return database.getConnection();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
      return database.getConnection(username, password);
    }

    @Override
    public Connection readOnly() throws SQLException {
      return getConnection();
    }

    @Override
    public int size() {
      return 3;
    }

    @Override
    public PrintWriter getLogWriter() {
      return database.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
      database.setLogWriter(out);
    }

    @Override
    public int getLoginTimeout() {
      return database.getLoginTimeout();
    }

    @Override
    public void setLoginTimeout(int seconds) {
      database.setLoginTimeout(seconds);
    }

    @Override
    public Logger getParentLogger() {
      return database.getParentLogger();
    }
  }

  private final H2Pool original = H2Pool.of("jdbc:h2:mem:proxy");
  private @Nullable DataSource recording =
      TracedDataSource.wrap(original, OpenTelemetry.noop(), DbClientOptions.defaults());
  private final Pool proxy = TracedDataSource.proxy(Pool.class, original, () -> recording);

  @Test
  void recordsEveryConnection() throws SQLException {
    try (Connection one = proxy.getConnection();
        Connection two = proxy.getConnection("", "");
        Connection three = proxy.readOnly()) {
      assertThat(one).isInstanceOf(TracedConnection.class);
      assertThat(two).isInstanceOf(TracedConnection.class);
      assertThat(three).isInstanceOf(TracedConnection.class);
    }
  }

  @Test
  void recordsNothingWhileThereIsNothingToRecordWith() throws SQLException {
    recording = null;

    try (Connection connection = proxy.getConnection()) {
      assertThat(connection).isNotInstanceOf(TracedConnection.class);
    }
  }

  @Test
  void asksTheOriginalForEverythingElse() throws SQLException {
    assertThat(proxy.size()).isEqualTo(3);
    assertThat(proxy.unwrap(H2Pool.class)).isSameAs(original);
    assertThat(proxy.isWrapperFor(TracedDataSource.class)).isTrue();
    assertThat(proxy).hasToString(original.toString());
    assertThat(Set.of(proxy)).contains(proxy);
    assertThat(proxy).isNotEqualTo(original);
  }

  @Test
  void throwsWhatTheOriginalThrows() {
    original.database.setURL("jdbc:nothing");

    assertThatThrownBy(proxy::getConnection).isInstanceOf(SQLException.class);
    assertThatThrownBy(proxy::readOnly).isInstanceOf(SQLException.class);
  }
}

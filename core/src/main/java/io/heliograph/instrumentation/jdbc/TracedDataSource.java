package io.heliograph.instrumentation.jdbc;

import io.heliograph.Heliograph;
import io.heliograph.instrumentation.DbClientInstrumentation;
import io.heliograph.instrumentation.DbClientOptions;
import io.heliograph.instrumentation.DbTarget;
import io.opentelemetry.api.OpenTelemetry;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.ShardingKeyBuilder;
import java.sql.Wrapper;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source whose statements are recorded.
 *
 * <p>{@code unwrap} reaches the original. The server and database are read from the first
 * connection's URL, so that data sources which route to several databases are to be wrapped behind
 * the routing. Not recorded: commit and rollback, and statements of a connection that was reached
 * through {@code unwrap}, {@code ResultSet.getStatement} or {@code DatabaseMetaData.getConnection}.
 * Thread-safe if the original is.
 */
public final class TracedDataSource extends ForwardingWrapper implements DataSource {

  private static final String INSTRUMENTATION_NAME = "io.heliograph.jdbc";

  private final DataSource delegate;
  private final DbClientInstrumentation instrumentation;
  private volatile @Nullable TracedDatabase database;
  private volatile boolean recordedBelow;

  private TracedDataSource(DataSource delegate, DbClientInstrumentation instrumentation) {
    super(delegate);
    this.delegate = delegate;
    this.instrumentation = instrumentation;
  }

  /** The data source with recording; itself if it, or one that it wraps, records already. */
  public static DataSource wrap(
      DataSource dataSource, OpenTelemetry openTelemetry, DbClientOptions options) {
    if (isTraced(dataSource, TracedDataSource.class)) {
      return dataSource;
    }
    return new TracedDataSource(
        dataSource, new DbClientInstrumentation(openTelemetry, options, INSTRUMENTATION_NAME));
  }

  /** As an engine is configured. */
  public static DataSource wrap(DataSource dataSource, Heliograph heliograph) {
    return wrap(
        dataSource, heliograph.openTelemetry(), DbClientOptions.from(heliograph.settings()));
  }

  /**
   * An object of a pool's own interface, of which connections are recorded.
   *
   * @param recording what {@link #wrap} made of the original, or null as long as nothing is to be
   *     recorded; asked for each call
   */
  public static <T extends DataSource> T proxy(
      Class<T> type, T original, Supplier<@Nullable DataSource> recording) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, new DataSourceProxy(original, recording));
    return type.cast(proxy);
  }

  private static boolean isTraced(Wrapper wrapper, Class<?> traced) {
    try {
      return wrapper.isWrapperFor(traced);
    } catch (SQLException | RuntimeException e) {
      return false; // it cannot tell, so it is not one of ours
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    return traced(delegate.getConnection());
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return traced(delegate.getConnection(username, password));
  }

  @Override
  public ConnectionBuilder createConnectionBuilder() throws SQLException {
    return new TracedConnectionBuilder(delegate.createConnectionBuilder(), this::traced);
  }

  Connection traced(Connection connection) {
    if (recordedBelow) {
      return connection;
    }
    TracedDatabase known = database;
    return known == null ? first(connection) : new TracedConnection(connection, known);
  }

  /** A pool that was not open when it was wrapped shows only now what its connections are. */
  private Connection first(Connection connection) {
    recordedBelow = isTraced(connection, TracedConnection.class);
    return recordedBelow ? connection : new TracedConnection(connection, read(connection));
  }

  private TracedDatabase read(Connection connection) {
    String url = url(connection);
    TracedDatabase read = new TracedDatabase(instrumentation, DbTarget.ofJdbcUrl(url));
    if (url != null) {
      database = read;
    }
    return read;
  }

  private static @Nullable String url(Connection connection) {
    try {
      return connection.getMetaData().getURL();
    } catch (SQLException | RuntimeException e) {
      return null; // asked again with the next connection
    }
  }

  @Override
  public ShardingKeyBuilder createShardingKeyBuilder() throws SQLException {
    return delegate.createShardingKeyBuilder();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return delegate.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    delegate.setLogWriter(out);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return delegate.getLoginTimeout();
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    delegate.setLoginTimeout(seconds);
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return delegate.getParentLogger();
  }
}

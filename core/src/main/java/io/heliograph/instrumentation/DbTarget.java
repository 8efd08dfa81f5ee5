package io.heliograph.instrumentation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The database that a call goes to.
 *
 * @param system {@code db.system.name}, from the semantic conventions' registry
 * @param namespace the database's name, {@code null} if unknown
 * @param serverAddress {@code null} if unknown, or in this process
 * @param serverPort -1 if unknown, or the system's default
 */
public record DbTarget(
    String system, @Nullable String namespace, @Nullable String serverAddress, int serverPort) {

  /**
   * Reads a JDBC URL; never throws, and keeps no user, password or other property of it.
   *
   * @param url {@code null} or something else than a JDBC URL for an unknown SQL database
   */
  public static DbTarget ofJdbcUrl(@Nullable String url) {
    return JdbcUrl.parse(url);
  }

  /**
   * Of a client that is no JDBC driver and knows its server.
   *
   * @param name of the database's kind, as JDBC URLs have it, such as {@code postgresql}
   * @param port -1 if unknown
   */
  public static DbTarget ofServer(String name, @Nullable String database, String host, int port) {
    JdbcDriver driver = JdbcDriver.of(name);
    return driver == null
        ? new DbTarget(name, database, host, port)
        : driver.target(new HostPort(host, port), database);
  }

  /** Of what tells databases apart: it is asked for with each call. */
  @Override
  public int hashCode() {
    return 31 * Objects.hashCode(namespace) + serverPort;
  }

  void record(AttributeSink sink) {
    sink.setAttribute(SemanticAttributes.DB_SYSTEM_NAME, system);
    sink.setIfPresent(SemanticAttributes.DB_NAMESPACE, namespace);
    sink.setIfPresent(SemanticAttributes.SERVER_ADDRESS, serverAddress);
    sink.setIfPositive(SemanticAttributes.SERVER_PORT, serverPort);
  }
}

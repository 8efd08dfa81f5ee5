package io.heliograph.spring.app;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A PostgreSQL server of the test's own, on a free port, stopped with the JVM.
 *
 * <p>PostgreSQL refuses to run as root; the library then runs it in a user namespace, by {@code
 * unshare -U}.
 */
public final class Postgres {

  private static final EmbeddedPostgres SERVER = start();

  private Postgres() {}

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static int port() {
    return SERVER.getPort();
  }

  static String jdbcUrl() {
    return SERVER.getJdbcUrl("postgres", "postgres");
  }
}

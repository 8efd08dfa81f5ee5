package io.heliograph.samples.runner;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Where the shop keeps its tables. */
interface Database extends AutoCloseable {

  /** The name on the command line. */
  String id();

  /** The JDBC URL, user included. */
  String url();

  /** What {@code db.system.name} says of it. */
  String systemName();

  @Override
  void close();

  /** One in the memory of each service. */
  static Database h2() {
    return new Database() {
      @Override
      public String id() {
        return "h2";
      }

      @Override
      public String url() {
        return "jdbc:h2:mem:shop;MODE=PostgreSQL";
      }

      @Override
      public String systemName() {
        return "h2database";
      }

      @Override
      public void close() {}
    };
  }

  /**
   * A real PostgreSQL for all services, from Maven artifacts.
   *
   * @throws IllegalStateException if it does not start; PostgreSQL refuses to run as root unless
   *     {@code unshare} can make it another user
   */
  static Database postgres() {
    EmbeddedPostgres server;
    try {
      server = EmbeddedPostgres.builder().setServerConfig("listen_addresses", "127.0.0.1").start();
    } catch (IOException | IllegalStateException e) {
      throw new IllegalStateException(
          "PostgreSQL does not start. It refuses to run as root: where `unshare -U true` fails, run"
              + " this as another user.",
          e);
    }
    return new Database() {
      @Override
      public String id() {
        return "postgres";
      }

      @Override
      public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres";
      }

      @Override
      public String systemName() {
        return "postgresql";
      }

      @Override
      public void close() {
        try {
          server.close();
        } catch (IOException e) {
          throw new UncheckedIOException("PostgreSQL does not stop", e);
        }
      }
    };
  }
}

package io.heliograph.micronaut;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.heliograph.ApplicationEngine;
import io.heliograph.Heliograph;
import io.heliograph.config.Part;
import io.heliograph.instrumentation.ConnectionPool;
import io.heliograph.instrumentation.ConnectionPoolInstrumentation;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;

/** Observes pools of Hikari, until the engine ends; loaded only where Hikari is. */
final class HikariPool {

  private static final String SCOPE = "io.heliograph.hikaricp";
  private static final int UNKNOWN = -1;

  private HikariPool() {}

  /** Does nothing to other data sources. */
  static void measure(DataSource source, String name, ApplicationEngine engine) {
    if (source instanceof HikariDataSource pool) {
      engine.findings().found(Part.CONNECTION_POOL, name);
      engine.whenStarted(Part.CONNECTION_POOL, started -> observe(pool, name, started));
    }
  }

  private static void observe(HikariDataSource pool, String name, Heliograph started) {
    new ConnectionPoolInstrumentation(started.openTelemetry(), SCOPE)
        .observe(
            ConnectionPool.of(
                name,
                once(pool, HikariPoolMXBean::getIdleConnections),
                once(pool, HikariPoolMXBean::getActiveConnections),
                once(pool, HikariPoolMXBean::getThreadsAwaitingConnection),
                pool::getMinimumIdle,
                pool::getMaximumPoolSize));
  }

  /** Hikari makes the pool with the first connection that somebody asks for. */
  private static IntSupplier once(HikariDataSource pool, ToIntFunction<HikariPoolMXBean> figure) {
    return () -> {
      HikariPoolMXBean open = pool.getHikariPoolMXBean();
      return open == null ? UNKNOWN : figure.applyAsInt(open);
    };
  }
}

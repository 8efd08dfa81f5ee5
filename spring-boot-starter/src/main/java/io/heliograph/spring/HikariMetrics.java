package io.heliograph.spring;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.IMetricsTracker;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import com.zaxxer.hikari.metrics.PoolStats;
import io.heliograph.instrumentation.ConnectionPool;
import io.heliograph.instrumentation.ConnectionPoolInstrumentation;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures a Hikari pool from when it opens until it closes, beside whatever measures it already.
 */
final class HikariMetrics implements MetricsTrackerFactory {

  private final Supplier<ConnectionPoolInstrumentation> instrumentation;
  private final @Nullable MetricsTrackerFactory present;
  private @Nullable MetricsTrackerFactory later;
  private @Nullable Consumer<MetricsTrackerFactory> opened;

  private HikariMetrics(
      Supplier<ConnectionPoolInstrumentation> instrumentation,
      @Nullable MetricsTrackerFactory present) {
    this.instrumentation = instrumentation;
    this.present = present;
  }

  /**
   * Does nothing to a pool whose one place for such a thing is taken for good.
   *
   * @return null if it did nothing
   */
  static @Nullable HikariMetrics into(
      HikariDataSource pool, Supplier<ConnectionPoolInstrumentation> instrumentation) {
    MetricsTrackerFactory present = pool.getMetricsTrackerFactory();
    boolean closed = present != null && pool.isRunning();
    if (pool.getMetricRegistry() != null || closed || present instanceof HikariMetrics) {
      return null;
    }
    HikariMetrics metrics = new HikariMetrics(instrumentation, present);
    pool.setMetricsTrackerFactory(metrics);
    return metrics;
  }

  /** Tells another one too, unless the application has put its own into the pool. */
  synchronized void alsoTell(MetricsTrackerFactory factory) {
    if (present != null || later != null) {
      return;
    }
    later = factory;
    if (opened != null) {
      opened.accept(factory);
    }
  }

  @Override
  public synchronized IMetricsTracker create(String poolName, PoolStats stats) {
    JoinedTrackers trackers = new JoinedTrackers();
    opened = factory -> trackers.add(factory.create(poolName, stats));
    opened.accept(this::measure);
    if (present != null) {
      opened.accept(present);
    }
    if (later != null) {
      opened.accept(later);
    }
    return trackers;
  }

  /** Hikari's figures are up to a second old. */
  private IMetricsTracker measure(String poolName, PoolStats stats) {
    ConnectionPool pool =
        ConnectionPool.of(
            poolName,
            stats::getIdleConnections,
            stats::getActiveConnections,
            stats::getPendingThreads,
            stats::getMinConnections,
            stats::getMaxConnections);
    return new HikariTracker(instrumentation.get().observe(pool));
  }
}

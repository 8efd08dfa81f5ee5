package io.heliograph.spring;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.IMetricsTracker;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import com.zaxxer.hikari.metrics.PoolStats;
import io.heliograph.instrumentation.ConnectionPoolInstrumentation;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures a Hikari pool from when it opens until it closes, beside whatever measures it already.
 */
final class HikariMetrics implements MetricsTrackerFactory {

  private final Supplier<ConnectionPoolInstrumentation> instrumentation;
  private final @Nullable MetricsTrackerFactory present;

  private HikariMetrics(
      Supplier<ConnectionPoolInstrumentation> instrumentation,
      @Nullable MetricsTrackerFactory present) {
    this.instrumentation = instrumentation;
    this.present = present;
  }

  /** Does nothing to a pool whose one place for such a thing is taken for good. */
  static void into(HikariDataSource pool, Supplier<ConnectionPoolInstrumentation> instrumentation) {
    MetricsTrackerFactory present = pool.getMetricsTrackerFactory();
    boolean closed = present != null && pool.isRunning();
    if (pool.getMetricRegistry() == null && !closed && !(present instanceof HikariMetrics)) {
      pool.setMetricsTrackerFactory(new HikariMetrics(instrumentation, present));
    }
  }

  @Override
  public IMetricsTracker create(String poolName, PoolStats stats) {
    IMetricsTracker tracker =
        new HikariTracker(instrumentation.get().observe(new HikariPoolAdapter(poolName, stats)));
    return present == null ? tracker : new BothTrackers(present.create(poolName, stats), tracker);
  }
}

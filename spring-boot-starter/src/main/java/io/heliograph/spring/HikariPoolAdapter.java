package io.heliograph.spring;

import com.zaxxer.hikari.metrics.PoolStats;
import io.heliograph.instrumentation.ConnectionPool;

/** Reads a Hikari pool; its figures are up to a second old. */
record HikariPoolAdapter(String name, PoolStats stats) implements ConnectionPool {

  @Override
  public int idle() {
    return stats.getIdleConnections();
  }

  @Override
  public int used() {
    return stats.getActiveConnections();
  }

  @Override
  public int max() {
    return stats.getMaxConnections();
  }

  @Override
  public int pendingRequests() {
    return stats.getPendingThreads();
  }

  /** There is no bound of its own: all connections may be idle. */
  @Override
  public int idleMax() {
    return stats.getMaxConnections();
  }

  @Override
  public int idleMin() {
    return stats.getMinConnections();
  }
}

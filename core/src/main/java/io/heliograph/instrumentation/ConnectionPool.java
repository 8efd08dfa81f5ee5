package io.heliograph.instrumentation;

import java.util.function.IntSupplier;

/**
 * Reads the state of a pool of database connections, and decides nothing.
 *
 * <p>Asked at each collection of metrics, on any thread. What a pool cannot tell is -1.
 */
public interface ConnectionPool {

  /**
   * A pool that tells its state by methods of its own.
   *
   * @param pending who waits for a connection
   */
  static ConnectionPool of(
      String name,
      IntSupplier idle,
      IntSupplier used,
      IntSupplier pending,
      IntSupplier min,
      IntSupplier max) {
    return new SuppliedPool(name, idle, used, pending, min, max);
  }

  /** Unique in the application. */
  String name();

  /** Open connections that nobody uses. */
  int idle();

  /** Connections that are lent. */
  int used();

  /** The most open connections. */
  int max();

  /** Who waits for a connection. */
  int pendingRequests();

  /** The most idle connections. */
  default int idleMax() {
    return -1;
  }

  /** The fewest idle connections that it tries to keep. */
  default int idleMin() {
    return -1;
  }
}

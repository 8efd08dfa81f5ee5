package io.heliograph.instrumentation;

import java.util.function.IntSupplier;

/** A pool without a bound of its own for idle connections: all may be idle. */
record SuppliedPool(
    String name,
    IntSupplier idleNow,
    IntSupplier usedNow,
    IntSupplier pending,
    IntSupplier least,
    IntSupplier most)
    implements ConnectionPool {

  @Override
  public int idle() {
    return idleNow.getAsInt();
  }

  @Override
  public int used() {
    return usedNow.getAsInt();
  }

  @Override
  public int max() {
    return most.getAsInt();
  }

  @Override
  public int pendingRequests() {
    return pending.getAsInt();
  }

  @Override
  public int idleMax() {
    return most.getAsInt();
  }

  @Override
  public int idleMin() {
    return least.getAsInt();
  }
}

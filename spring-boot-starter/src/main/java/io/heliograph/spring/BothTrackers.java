package io.heliograph.spring;

import com.zaxxer.hikari.metrics.IMetricsTracker;

/** Two that want to hear of a pool, which has a place for one. */
record BothTrackers(IMetricsTracker first, IMetricsTracker second) implements IMetricsTracker {

  @Override
  public void recordConnectionCreatedMillis(long millis) {
    first.recordConnectionCreatedMillis(millis);
    second.recordConnectionCreatedMillis(millis);
  }

  @Override
  public void recordConnectionAcquiredNanos(long nanos) {
    first.recordConnectionAcquiredNanos(nanos);
    second.recordConnectionAcquiredNanos(nanos);
  }

  @Override
  public void recordConnectionUsageMillis(long millis) {
    first.recordConnectionUsageMillis(millis);
    second.recordConnectionUsageMillis(millis);
  }

  @Override
  public void recordConnectionTimeout() {
    first.recordConnectionTimeout();
    second.recordConnectionTimeout();
  }

  @Override
  public void close() {
    first.close();
    second.close();
  }
}

package io.heliograph.spring;

import com.zaxxer.hikari.metrics.IMetricsTracker;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * All that want to hear of a pool, which has a place for one; some come after it has opened. Loops,
 * as a lambda for each connection that is lent would be made anew.
 */
final class JoinedTrackers implements IMetricsTracker {

  private final CopyOnWriteArrayList<IMetricsTracker> trackers = new CopyOnWriteArrayList<>();

  void add(IMetricsTracker tracker) {
    trackers.add(tracker);
  }

  @Override
  public void recordConnectionCreatedMillis(long millis) {
    for (IMetricsTracker tracker : trackers) {
      tracker.recordConnectionCreatedMillis(millis);
    }
  }

  @Override
  public void recordConnectionAcquiredNanos(long nanos) {
    for (IMetricsTracker tracker : trackers) {
      tracker.recordConnectionAcquiredNanos(nanos);
    }
  }

  @Override
  public void recordConnectionUsageMillis(long millis) {
    for (IMetricsTracker tracker : trackers) {
      tracker.recordConnectionUsageMillis(millis);
    }
  }

  @Override
  public void recordConnectionTimeout() {
    trackers.forEach(IMetricsTracker::recordConnectionTimeout);
  }

  @Override
  public void close() {
    trackers.forEach(IMetricsTracker::close);
  }
}

package io.heliograph.spring;

import com.zaxxer.hikari.metrics.IMetricsTracker;
import java.util.concurrent.CopyOnWriteArrayList;

/** All that want to hear of a pool, which has a place for one; some come after it has opened. */
final class JoinedTrackers implements IMetricsTracker {

  private final CopyOnWriteArrayList<IMetricsTracker> trackers = new CopyOnWriteArrayList<>();

  void add(IMetricsTracker tracker) {
    trackers.add(tracker);
  }

  @Override
  public void recordConnectionCreatedMillis(long millis) {
    trackers.forEach(tracker -> tracker.recordConnectionCreatedMillis(millis));
  }

  @Override
  public void recordConnectionAcquiredNanos(long nanos) {
    trackers.forEach(tracker -> tracker.recordConnectionAcquiredNanos(nanos));
  }

  @Override
  public void recordConnectionUsageMillis(long millis) {
    trackers.forEach(tracker -> tracker.recordConnectionUsageMillis(millis));
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

package io.heliograph.spring;

import com.zaxxer.hikari.metrics.IMetricsTracker;
import io.heliograph.instrumentation.ConnectionPoolEvents;
import java.util.concurrent.TimeUnit;

/** Passes on what a Hikari pool tells. */
record HikariTracker(ConnectionPoolEvents events) implements IMetricsTracker {

  @Override
  public void recordConnectionCreatedMillis(long millis) {
    events.created(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  @Override
  public void recordConnectionAcquiredNanos(long nanos) {
    events.lent(nanos);
  }

  @Override
  public void recordConnectionUsageMillis(long millis) {
    events.returned(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  @Override
  public void recordConnectionTimeout() {
    events.timedOut();
  }

  @Override
  public void close() {
    events.close();
  }
}

package io.heliograph.spring.app;

import com.zaxxer.hikari.metrics.IMetricsTracker;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What an application hears of its pool by itself. */
public final class CountedTracker implements IMetricsTracker {

  private final List<String> pools = new CopyOnWriteArrayList<>();
  private final AtomicInteger lent = new AtomicInteger();
  private final AtomicInteger returned = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();

  public MetricsTrackerFactory factory() {
    return (name, stats) -> {
      pools.add(name);
      return this;
    };
  }

  public List<String> pools() {
    return pools;
  }

  public int lent() {
    return lent.get();
  }

  public int returned() {
    return returned.get();
  }

  public int closed() {
    return closed.get();
  }

  @Override
  public void recordConnectionAcquiredNanos(long nanos) {
    lent.incrementAndGet();
  }

  @Override
  public void recordConnectionUsageMillis(long millis) {
    returned.incrementAndGet();
  }

  @Override
  public void close() {
    closed.incrementAndGet();
  }
}

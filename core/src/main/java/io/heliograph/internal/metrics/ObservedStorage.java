package io.heliograph.internal.metrics;

import io.heliograph.export.MetricData;
import io.heliograph.export.MetricType;
import io.heliograph.internal.diagnostics.ThrottledLog;
import io.heliograph.pipeline.Clock;
import io.opentelemetry.api.common.Attributes;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stream of an instrument that callbacks observe. A series that one collection does not see is
 * forgotten. Thread-safe.
 */
final class ObservedStorage implements Storage {

  private final StreamSpec stream;
  private final MetricType type;
  private final boolean isLong;
  private final Clock clock;
  private final Cardinality cardinality;
  private final Map<Attributes, Observed> series = new LinkedHashMap<>();
  private StreamData<NumberBuffer> data;
  private long lastCollection;

  ObservedStorage(
      StreamSpec stream, MetricType type, boolean isLong, Clock clock, ThrottledLog log) {
    this.stream = stream;
    this.type = type;
    this.isLong = isLong;
    this.clock = clock;
    this.cardinality = new Cardinality(stream, log);
    this.data = newData();
    this.lastCollection = clock.epochNanos();
  }

  /** Takes an observation, of which one of the two numbers is 0. */
  synchronized void observe(long longs, double doubles, Attributes attributes) {
    boolean filters = !stream.attributes().keepsAll();
    Observed found = find(stream.attributes().apply(attributes));
    boolean overflows = found.attributes.equals(Cardinality.OVERFLOW);
    found.observe(longs, doubles, type == MetricType.SUM && (filters || overflows));
  }

  private Observed find(Attributes kept) {
    Observed known = series.get(kept);
    if (known != null) {
      return known;
    }
    Attributes attributes = kept;
    if (cardinality.reachedBy(size())) {
      cardinality.tell(series.keySet());
      attributes = Cardinality.OVERFLOW;
    }
    return series.computeIfAbsent(attributes, key -> new Observed(key, lastCollection));
  }

  private int size() {
    return series.size() - (series.containsKey(Cardinality.OVERFLOW) ? 1 : 0);
  }

  @Override
  public synchronized @Nullable MetricData collect(boolean reuse) {
    data = reuse ? data : newData();
    data.begin();
    long now = clock.epochNanos();
    for (Iterator<Observed> all = series.values().iterator(); all.hasNext(); ) {
      Observed each = all.next();
      if (each.isObserved()) {
        collect(each, now);
      } else {
        all.remove();
      }
    }
    lastCollection = now;
    return data.points().isEmpty() ? null : data;
  }

  private void collect(Observed from, long now) {
    boolean delta = stream.isDelta() && type == MetricType.SUM;
    NumberBuffer point = data.next();
    point.begin(
        from.attributes, from.attributeBytes, delta ? lastCollection : from.startEpochNanos, now);
    from.drain(point, delta);
  }

  private StreamData<NumberBuffer> newData() {
    return new StreamData<>(stream, type, () -> new NumberBuffer(isLong));
  }
}

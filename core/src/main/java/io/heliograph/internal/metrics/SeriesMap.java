package io.heliograph.internal.metrics;

import io.heliograph.pipeline.Clock;
import io.opentelemetry.api.common.Attributes;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Finds the series of a measurement by its attributes, with one look-up if they were seen before.
 *
 * <p>Series are made and removed under a lock, so that their number is never over the limit.
 */
final class SeriesMap<P extends PointBuffer> {

  /** Attribute sets as measured that are remembered for each series, where a view filters them. */
  private static final int ALIASES = 4;

  private static final long MOST_ALIASES = 1 << 20;

  private final AttributeFilter filter;
  private final Aggregator<P> aggregator;
  private final ExemplarPolicy policy;
  private final Cardinality cardinality;
  private final Clock clock;
  private final int maxAliases;

  /** By the series' own attributes, and by measurements' attributes if those differ. */
  private final Map<Attributes, Series<P>> series = new ConcurrentHashMap<>();

  private final Map<Attributes, Series<P>> measured;

  /**
   * The one that was made first, which is found by its attributes' identity: many instruments have
   * no other. A race shows an earlier one, which is right or retired.
   */
  private @Nullable Series<P> first;

  private final Queue<Series<P>> fresh = new ConcurrentLinkedQueue<>();

  SeriesMap(
      StreamSpec stream,
      Aggregator<P> aggregator,
      ExemplarPolicy policy,
      Cardinality cardinality,
      Clock clock) {
    this.filter = stream.attributes();
    this.aggregator = aggregator;
    this.policy = policy;
    this.cardinality = cardinality;
    this.clock = clock;
    this.measured = filter.keepsAll() ? series : new ConcurrentHashMap<>();
    this.maxAliases = (int) Math.min(MOST_ALIASES, (long) ALIASES * stream.cardinalityLimit());
  }

  @SuppressWarnings("ReferenceEquality") // Equal attributes are found in the map.
  Series<P> find(Attributes attributes) {
    Series<P> likely = first;
    if (likely != null && likely.attributes == attributes) {
      return likely;
    }
    Series<P> known = measured.get(attributes);
    return known != null ? known : resolve(attributes);
  }

  private Series<P> resolve(Attributes attributes) {
    Attributes kept = filter.apply(attributes);
    Series<P> found = series.get(kept);
    if (found == null) {
      found = cardinality.reachedBy(size()) ? null : create(kept);
      found = found == null ? overflow() : found;
    }
    if (!filter.keepsAll()) {
      remember(attributes, found);
    }
    return found;
  }

  /** Forgets all when there are too many: those in use come back at once. */
  private void remember(Attributes attributes, Series<P> found) {
    if (measured.size() >= maxAliases) {
      measured.clear();
    }
    measured.put(attributes, found);
  }

  /** The overflow series has its place reserved and does not count. */
  private int size() {
    return series.size() - (series.containsKey(Cardinality.OVERFLOW) ? 1 : 0);
  }

  private synchronized @Nullable Series<P> create(Attributes kept) {
    Series<P> existing = series.get(kept);
    if (existing != null) {
      return existing;
    }
    return cardinality.reachedBy(size()) ? null : put(kept);
  }

  private Series<P> overflow() {
    Series<P> existing = series.get(Cardinality.OVERFLOW);
    if (existing != null) {
      return existing;
    }
    cardinality.tell(series.keySet());
    return createOverflow();
  }

  private synchronized Series<P> createOverflow() {
    Series<P> existing = series.get(Cardinality.OVERFLOW);
    return existing != null ? existing : put(Cardinality.OVERFLOW);
  }

  private Series<P> put(Attributes attributes) {
    Series<P> created = new Series<>(attributes, clock.epochNanos(), aggregator, policy);
    series.put(attributes, created);
    fresh.add(created);
    first = first == null ? created : first;
    return created;
  }

  /** The one that takes a measurement after its series has retired. */
  Series<P> findAgain(Attributes attributes, Series<P> retired) {
    measured.remove(attributes, retired);
    remove(retired);
    return find(attributes);
  }

  @SuppressWarnings("ReferenceEquality") // A series is equal to itself alone.
  private void remove(Series<P> retired) {
    series.remove(retired.attributes, retired);
    if (first == retired) {
      first = null;
    }
  }

  /** Removes a series if nothing was recorded to it since the last collection. */
  boolean removeIfIdle(Series<P> idle) {
    boolean retired = idle.retire();
    if (retired) {
      remove(idle);
    }
    return retired;
  }

  /** The next series that was made and not polled yet, null if there is none. */
  @Nullable Series<P> pollFresh() {
    return fresh.poll();
  }
}

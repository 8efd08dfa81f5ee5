package io.heliograph.internal.metrics;

import io.heliograph.export.MetricData;
import io.heliograph.internal.diagnostics.ThrottledLog;
import io.heliograph.pipeline.Clock;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** A stream of an instrument that the program records to. Recording is thread-safe. */
final class SyncStorage<P extends PointBuffer> implements Storage {

  private final StreamSpec stream;
  private final Aggregator<P> aggregator;
  private final Clock clock;
  private final SeriesMap<P> series;

  /**
   * In the order of their making, which is that of the heap. A walk in the order of the map's
   * hashes would miss the cache with each of them.
   */
  private final ArrayList<Series<P>> known = new ArrayList<>();

  private StreamData<P> data;
  private long lastCollection;

  SyncStorage(
      StreamSpec stream,
      Aggregator<P> aggregator,
      ExemplarPolicy exemplars,
      Clock clock,
      ThrottledLog log) {
    this.stream = stream;
    this.aggregator = aggregator;
    this.clock = clock;
    this.series =
        new SeriesMap<>(stream, aggregator, exemplars, new Cardinality(stream, log), clock);
    this.data = newData();
    this.lastCollection = clock.epochNanos();
  }

  void record(long value, Attributes attributes, @Nullable Context context) {
    Series<P> found = series.find(attributes);
    while (!found.record(value, attributes, context)) {
      found = series.findAgain(attributes, found);
    }
  }

  void record(double value, Attributes attributes, @Nullable Context context) {
    Series<P> found = series.find(attributes);
    while (!found.record(value, attributes, context)) {
      found = series.findAgain(attributes, found);
    }
  }

  BoundSeries<P> bind(Attributes attributes) {
    return new BoundSeries<>(series, attributes);
  }

  @Override
  public @Nullable MetricData collect(boolean reuse) {
    data = reuse ? data : newData();
    data.begin();
    long now = clock.epochNanos();
    for (Series<P> each = series.pollFresh(); each != null; each = series.pollFresh()) {
      known.add(each);
    }
    known.removeIf(each -> isOver(each, now));
    lastCollection = now;
    return data.points().isEmpty() ? null : data;
  }

  /** Collects a series, and tells whether there is nothing more to come from it. */
  private boolean isOver(Series<P> from, long now) {
    boolean delta = stream.isDelta();
    P point = data.next();
    point.begin(
        from.attributes, from.attributeBytes, delta ? lastCollection : from.startEpochNanos, now);
    boolean touched = from.drain(point, delta);
    if (touched || !delta) {
      return false;
    }
    data.withdraw();
    return series.removeIfIdle(from);
  }

  private StreamData<P> newData() {
    return new StreamData<>(stream, aggregator.type(), aggregator::newPoint);
  }
}

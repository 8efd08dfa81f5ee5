package io.heliograph.internal.metrics;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.export.MetricData;
import io.heliograph.export.MetricPoint;
import io.heliograph.export.MetricType;
import io.heliograph.export.Resource;
import io.heliograph.export.Temporality;
import io.heliograph.internal.pipeline.Measure;
import io.heliograph.pipeline.MetricFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Some or all of a metric's points.
 *
 * @param collection a number that slices of one collection share
 */
record MetricSlice(MetricData whole, List<? extends MetricPoint> points, long collection)
    implements MetricData {

  /** A number point is smaller, a histogram with many buckets larger. */
  private static final int BYTES_PER_POINT = 320;

  /**
   * Counts points. A request has metrics of one collection only: a receiver could not tell which of
   * two totals is the later one. Attributes are not the queue's, because the engine holds them
   * anyway.
   */
  static final Measure<MetricData> MEASURE =
      new Measure<>(
          metric -> metric.points().size(),
          metric -> metric.points().size() * BYTES_PER_POINT,
          MetricSlice::sameCollection);

  private static boolean sameCollection(MetricData first, MetricData later) {
    return !(first instanceof MetricSlice one)
        || !(later instanceof MetricSlice other)
        || one.collection == other.collection;
  }

  /** What the filter admits, null if that is nothing. */
  static @Nullable MetricData filtered(MetricData metric, MetricFilter filter) {
    return switch (filter.decide(
        metric.instrumentationScope(), metric.name(), metric.type(), metric.unit())) {
      case ACCEPT -> metric;
      case DROP -> null;
      case BY_ATTRIBUTES -> byAttributes(metric, filter);
    };
  }

  private static @Nullable MetricData byAttributes(MetricData metric, MetricFilter filter) {
    List<MetricPoint> admitted = new ArrayList<>();
    for (MetricPoint point : metric.points()) {
      if (filter.admits(
          metric.instrumentationScope(),
          metric.name(),
          metric.type(),
          metric.unit(),
          point.attributes())) {
        admitted.add(point);
      }
    }
    return admitted.isEmpty() ? null : new MetricSlice(metric, admitted, 0);
  }

  /**
   * Cuts a metric where batches of so many points end, the first of which has some already.
   *
   * @param room points that the current batch still takes
   * @return points that the last batch still takes
   */
  static int parts(
      MetricData metric, long collection, int room, int maxPoints, Consumer<MetricData> into) {
    int size = metric.points().size();
    int left = room;
    for (int from = 0; from < size; ) {
      int to = Math.min(size, from + left);
      into.accept(new MetricSlice(metric, part(metric.points(), from, to), collection));
      left = to - from == left ? maxPoints : left - (to - from);
      from = to;
    }
    return left;
  }

  private static List<? extends MetricPoint> part(
      List<? extends MetricPoint> points, int from, int to) {
    return to - from == points.size() ? points : points.subList(from, to);
  }

  @Override
  public Resource resource() {
    return whole.resource();
  }

  @Override
  public InstrumentationScope instrumentationScope() {
    return whole.instrumentationScope();
  }

  @Override
  public String name() {
    return whole.name();
  }

  @Override
  public String description() {
    return whole.description();
  }

  @Override
  public String unit() {
    return whole.unit();
  }

  @Override
  public MetricType type() {
    return whole.type();
  }

  @Override
  public Temporality temporality() {
    return whole.temporality();
  }

  @Override
  public boolean monotonic() {
    return whole.monotonic();
  }
}

package io.heliograph.internal.metrics;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.export.MetricData;
import io.heliograph.export.MetricPoint;
import io.heliograph.export.MetricType;
import io.heliograph.export.Resource;
import io.heliograph.export.Temporality;
import io.heliograph.pipeline.MetricFilter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of a metric's points. */
record MetricSlice(MetricData whole, List<? extends MetricPoint> points) implements MetricData {

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
    return admitted.isEmpty() ? null : new MetricSlice(metric, admitted);
  }

  /** Parts of at most so many points each, in order; metrics that fit stay as they are. */
  static List<List<MetricData>> batches(List<MetricData> metrics, int maxPoints) {
    List<List<MetricData>> batches = new ArrayList<>();
    List<MetricData> batch = new ArrayList<>();
    int room = maxPoints;
    for (MetricData metric : metrics) {
      int size = metric.points().size();
      for (int from = 0; from < size; ) {
        int to = Math.min(size, from + room);
        batch.add(
            to - from == size
                ? metric
                : new MetricSlice(metric, metric.points().subList(from, to)));
        room -= to - from;
        from = to;
        if (room == 0) {
          batches.add(batch);
          batch = new ArrayList<>();
          room = maxPoints;
        }
      }
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
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

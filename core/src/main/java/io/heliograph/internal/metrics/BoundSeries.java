package io.heliograph.internal.metrics;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * The series of one set of attributes in one stream, looked up by the first measurement and kept
 * until it retires. The overflow series is looked up each time: there may be room by then.
 */
final class BoundSeries<P extends PointBuffer> {

  private final SeriesMap<P> all;
  private final Attributes attributes;

  /** Two threads may look it up at once; they find the same. */
  private @Nullable Series<P> kept;

  BoundSeries(SeriesMap<P> all, Attributes attributes) {
    this.all = all;
    this.attributes = attributes;
  }

  void record(long value, @Nullable Context context) {
    Series<P> found = series();
    while (!found.record(value, attributes, context)) {
      found = successor(found);
    }
  }

  void record(double value, @Nullable Context context) {
    Series<P> found = series();
    while (!found.record(value, attributes, context)) {
      found = successor(found);
    }
  }

  private Series<P> series() {
    Series<P> known = kept;
    return known == null ? keep(all.find(attributes)) : known;
  }

  private Series<P> successor(Series<P> retired) {
    return keep(all.findAgain(attributes, retired));
  }

  private Series<P> keep(Series<P> found) {
    kept = Cardinality.OVERFLOW.equals(found.attributes) ? null : found;
    return found;
  }
}

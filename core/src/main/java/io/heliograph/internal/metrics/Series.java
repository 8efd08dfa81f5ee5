package io.heliograph.internal.metrics;

import io.heliograph.internal.otlp.KeptBytes;
import io.heliograph.pipeline.ExemplarFilter;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * One set of attributes of a stream.
 *
 * <p>A measurement takes one cell's lock and adds to plain fields. The few that may become
 * exemplars are looked at after that, outside the lock: only they read the context and the clock.
 */
final class Series<P extends PointBuffer> {

  final Attributes attributes;
  final KeptBytes attributeBytes = new KeptBytes();
  final long startEpochNanos;
  private final Aggregator<P> aggregator;
  private final ExemplarFilter filter;
  private final ExemplarPolicy policy;

  /** Null until the first exemplar: most series of most programs never have one. */
  private volatile @Nullable ExemplarKeeper exemplars;

  private final Cells<P> cells;

  Series(
      Attributes attributes,
      long startEpochNanos,
      Aggregator<P> aggregator,
      ExemplarPolicy policy) {
    this.attributes = attributes;
    this.startEpochNanos = startEpochNanos;
    this.aggregator = aggregator;
    this.filter = policy.filter();
    this.policy = policy;
    this.cells = new Cells<>(aggregator);
  }

  /** Adds a measurement; false if this series takes no more and its successor must be found. */
  boolean record(long value, Attributes measured, @Nullable Context context) {
    Cell<P> cell = cells.acquire();
    if (cell == null) {
      return false;
    }
    boolean candidate;
    try {
      candidate = cell.add(value);
    } finally {
      cell.release();
    }
    if (candidate) {
      offer(cell, value, measured, context);
    }
    return true;
  }

  /** The same for doubles: a boxed value or a functional type would cost more than it saves. */
  boolean record(double value, Attributes measured, @Nullable Context context) {
    Cell<P> cell = cells.acquire();
    if (cell == null) {
      return false;
    }
    boolean candidate;
    try {
      candidate = cell.add(value);
    } finally {
      cell.release();
    }
    if (candidate) {
      offer(cell, value, measured, context);
    }
    return true;
  }

  private void offer(Cell<P> cell, long value, Attributes measured, @Nullable Context context) {
    Context current = context == null ? Context.current() : context;
    if (filter.admits(current)) {
      keep(cell, value, (double) value, measured, current);
    }
  }

  private void offer(Cell<P> cell, double value, Attributes measured, @Nullable Context context) {
    Context current = context == null ? Context.current() : context;
    if (filter.admits(current)) {
      keep(cell, value, value, measured, current);
    }
  }

  private void keep(
      Cell<P> cell, Number value, double magnitude, Attributes measured, Context context) {
    ExemplarKeeper keeper = exemplars == null ? keeper() : exemplars;
    if (keeper == null) {
      return;
    }
    keeper.offer(value, aggregator.exemplarSlot(magnitude), measured, context);
    cell.acquire();
    try {
      cell.accepted(magnitude);
    } finally {
      cell.release();
    }
  }

  private synchronized @Nullable ExemplarKeeper keeper() {
    if (exemplars == null) {
      exemplars = policy.keeper(attributes);
    }
    return exemplars;
  }

  /** Adds everything to a point; false if nothing was recorded since the last time. */
  boolean drain(P into, boolean reset) {
    boolean touched = cells.drain(into, reset);
    ExemplarKeeper keeper = exemplars;
    if (keeper != null) {
      keeper.collect(into.exemplarSink());
      into.fitExemplars();
    }
    return touched;
  }

  /** Ends it if it is idle; see {@link Cells#retire}. */
  boolean retire() {
    return cells.retire();
  }
}

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

  /** A reservoir's place that does not matter. */
  private static final int ANY = -1;

  final Attributes attributes;
  final KeptBytes attributeBytes = new KeptBytes();
  final long startEpochNanos;
  private final @Nullable Boundaries boundaries;
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
    this.boundaries = aggregator.boundaries();
    this.filter = policy.filter();
    this.policy = policy;
    this.cells = new Cells<>(aggregator);
  }

  /** Adds a measurement; false if this series takes no more and its successor must be found. */
  boolean record(long value, Attributes measured, @Nullable Context context) {
    int bucket = bucket((double) value);
    Cell<P> cell = cells.acquire();
    if (cell == null) {
      return false;
    }
    boolean candidate;
    try {
      candidate = cell.add(value, bucket);
    } finally {
      cell.release();
    }
    if (candidate) {
      Context current = context == null ? Context.current() : context;
      if (filter.admits(current)) {
        keep(cell, value, bucket, measured, current);
      }
    }
    return true;
  }

  /** The same for doubles: a boxed value or a functional type would cost more than it saves. */
  boolean record(double value, Attributes measured, @Nullable Context context) {
    int bucket = bucket(value);
    Cell<P> cell = cells.acquire();
    if (cell == null) {
      return false;
    }
    boolean candidate;
    try {
      candidate = cell.add(value, bucket);
    } finally {
      cell.release();
    }
    if (candidate) {
      Context current = context == null ? Context.current() : context;
      if (filter.admits(current)) {
        keep(cell, value, bucket, measured, current);
      }
    }
    return true;
  }

  /** Found before the cell is taken, so that the processor does both at a time. */
  private int bucket(double value) {
    return boundaries == null ? ANY : boundaries.bucket(value);
  }

  private void keep(Cell<P> cell, Number value, int bucket, Attributes measured, Context context) {
    ExemplarKeeper keeper = exemplars == null ? keeper() : exemplars;
    if (keeper == null) {
      return;
    }
    keeper.offer(value, policy.aligned() ? bucket : ANY, measured, context);
    cell.acquire();
    try {
      cell.accepted(bucket);
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

package io.heliograph.internal.trace;

import io.heliograph.internal.pipeline.Destinations;
import io.heliograph.pipeline.SamplingResult.Decision;
import io.opentelemetry.api.trace.SpanContext;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts spans by where their parent was and what the sampler said: one addition at a span's start
 * and one at its end, nothing allocated. Thread-safe.
 */
public final class SpanCounts {

  private static final int ORIGINS = Origin.values().length;

  private final ThreadCounts started = new ThreadCounts(Decision.values().length * ORIGINS);
  private final LongAdder unsampledEnds = new LongAdder();

  /** Where a span's parent was recorded. */
  public enum Origin {
    NONE,
    LOCAL,
    REMOTE
  }

  void started(SpanContext parent, Decision decision) {
    started.increment(counter(origin(parent), decision));
  }

  /** Compares rather than switches, which would look each value up in a table. */
  private static int counter(Origin origin, Decision decision) {
    int first =
        decision == Decision.DROP ? 0 : decision == Decision.RECORD_ONLY ? ORIGINS : 2 * ORIGINS;
    return first + (origin == Origin.NONE ? 0 : origin == Origin.LOCAL ? 1 : 2);
  }

  private static Origin origin(SpanContext parent) {
    if (!parent.isValid()) {
      return Origin.NONE;
    }
    return parent.isRemote() ? Origin.REMOTE : Origin.LOCAL;
  }

  /** A span that records and is not sampled has ended; the destinations know of those that are. */
  void endedUnsampled() {
    unsampledEnds.increment();
  }

  /** Spans that were started, those that do not record as well. */
  public long started(Origin origin, Decision decision) {
    return started.sum(counter(origin, decision));
  }

  /**
   * Spans that record and have not ended.
   *
   * @param destinations that every sampled span is offered to when it ends
   */
  public long live(Decision decision, Destinations<?> destinations) {
    // The ends first, or a span that does both in between would have ended without a start.
    long over =
        decision == Decision.RECORD_AND_SAMPLE ? destinations.offered() : unsampledEnds.sum();
    long begun = 0;
    for (Origin origin : Origin.values()) {
      begun += started(origin, decision);
    }
    return begun - over;
  }
}

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

  private final OfDecision dropped = new OfDecision();
  private final OfDecision recorded = new OfDecision();
  private final OfDecision sampled = new OfDecision();
  private final LongAdder unsampledEnds = new LongAdder();

  /** Where a span's parent was recorded. */
  public enum Origin {
    NONE,
    LOCAL,
    REMOTE
  }

  private static final class OfDecision {
    private final LongAdder roots = new LongAdder();
    private final LongAdder local = new LongAdder();
    private final LongAdder remote = new LongAdder();

    LongAdder of(Origin origin) {
      return switch (origin) {
        case NONE -> roots;
        case LOCAL -> local;
        case REMOTE -> remote;
      };
    }
  }

  private OfDecision of(Decision decision) {
    return switch (decision) {
      case DROP -> dropped;
      case RECORD_ONLY -> recorded;
      case RECORD_AND_SAMPLE -> sampled;
    };
  }

  void started(SpanContext parent, Decision decision) {
    of(decision).of(origin(parent)).increment();
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
    return of(decision).of(origin).sum();
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

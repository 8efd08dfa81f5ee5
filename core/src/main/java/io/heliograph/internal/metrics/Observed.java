package io.heliograph.internal.metrics;

import io.heliograph.internal.otlp.KeptBytes;
import io.opentelemetry.api.common.Attributes;

/** One series of an asynchronous stream: what was observed now and at the collection before. */
final class Observed {

  final Attributes attributes;
  final KeptBytes attributeBytes = new KeptBytes();
  final long startEpochNanos;
  private long longs;
  private double doubles;
  private long lastLongs;
  private double lastDoubles;
  private boolean observed;

  Observed(Attributes attributes, long startEpochNanos) {
    this.attributes = attributes;
    this.startEpochNanos = startEpochNanos;
  }

  /**
   * Takes an observation.
   *
   * @param adds whether it adds to others of the same collection; else the last one counts
   */
  void observe(long moreLongs, double moreDoubles, boolean adds) {
    longs = adds && observed ? longs + moreLongs : moreLongs;
    doubles = adds && observed ? doubles + moreDoubles : moreDoubles;
    observed = true;
  }

  /** Whether the current collection has seen it. */
  boolean isObserved() {
    return observed;
  }

  /** Writes the total, or what it grew by, and waits for the next collection. */
  void drain(NumberBuffer into, boolean delta) {
    into.add(delta ? longs - lastLongs : longs, delta ? doubles - lastDoubles : doubles);
    lastLongs = longs;
    lastDoubles = doubles;
    observed = false;
  }
}

package io.heliograph.benchmarks;

import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long a comparison measures.
 *
 * @param rounds forks of each implementation, in turns
 * @param peers whether those beside the official SDK are measured
 */
record Effort(int rounds, TimeValue warmup, int iterations, TimeValue iteration, boolean peers) {

  static final Effort FULL =
      new Effort(5, TimeValue.seconds(1), 16, TimeValue.milliseconds(250), true);

  /** All rows within ten minutes on two cores. */
  static final Effort QUICK =
      new Effort(2, TimeValue.milliseconds(250), 6, TimeValue.milliseconds(250), false);
}

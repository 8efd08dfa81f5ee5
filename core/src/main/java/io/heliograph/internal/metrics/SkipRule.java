package io.heliograph.internal.metrics;

import java.util.concurrent.ThreadLocalRandom;

/**
 * How many measurements pass before the next one is a candidate for an exemplar, so that a sample
 * is uniform although most measurements draw no random number.
 *
 * @param first the number of the first candidate, {@link Long#MAX_VALUE} for none at all
 * @param inverseSize one divided by the size of the reservoir, 0 if every measurement is a
 *     candidate
 */
record SkipRule(long first, double inverseSize) {

  static final SkipRule NEVER = new SkipRule(Long.MAX_VALUE, 1);
  static final SkipRule ALWAYS = new SkipRule(1, 0);

  static SkipRule size(int size) {
    return new SkipRule(1, 1.0 / size);
  }

  boolean never() {
    return first == Long.MAX_VALUE;
  }

  /**
   * The candidate after the one of this number: none of those between would have been taken with a
   * probability of {@code (n / m) ^ size}.
   */
  long after(long number) {
    double uniform = 1 - ThreadLocalRandom.current().nextDouble();
    return (long) (number / Math.pow(uniform, inverseSize)) + 1;
  }
}

package io.heliograph.internal.send;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/**
 * How long is waited between the attempts of one request.
 *
 * @param initial before the second attempt
 * @param max at most
 * @param multiplier from one wait to the next
 * @param maxElapsed from the first attempt to the start of the last
 * @param random from 0 inclusive to 1 exclusive: moves each wait by up to {@value #JITTER} of it
 */
public record RetryPolicy(
    Duration initial, Duration max, double multiplier, Duration maxElapsed, DoubleSupplier random) {

  private static final double JITTER = 0.2;

  /** 1 s, doubled up to 30 s, for 10 minutes. */
  public static RetryPolicy standard(DoubleSupplier random) {
    return new RetryPolicy(
        Duration.ofSeconds(1), Duration.ofSeconds(30), 2, Duration.ofMinutes(10), random);
  }

  /**
   * The wait before a retry.
   *
   * @param retry 0 before the second attempt
   */
  long backoffNanos(int retry) {
    double grown = initial.toNanos() * Math.pow(multiplier, retry);
    double jittered = 1 + JITTER * (2 * random.getAsDouble() - 1);
    return (long) (Math.min(grown, (double) max.toNanos()) * jittered);
  }

  long maxElapsedNanos() {
    return TimeUnit.MILLISECONDS.toNanos(maxElapsed.toMillis());
  }
}

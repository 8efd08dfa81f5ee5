package io.heliograph.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.FakeClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimiterTest {

  private final FakeClock clock = new FakeClock();

  @Test
  void startsWithOneSecondsWorth() {
    assertThat(acquired(new RateLimiter(5, clock), 100)).isEqualTo(5);
  }

  @Test
  void refillsWithTime() {
    RateLimiter limiter = new RateLimiter(10, clock);
    acquired(limiter, 100);

    clock.advance(Duration.ofMillis(99));
    assertThat(acquired(limiter, 100)).isZero();
    clock.advance(Duration.ofMillis(1));
    assertThat(acquired(limiter, 100)).isEqualTo(1);
    clock.advance(Duration.ofMillis(450));
    assertThat(acquired(limiter, 100)).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(longs = {900, 1500, 3_600_000})
  void neverSavesMoreThanOneSecondsWorth(long idleMillis) {
    RateLimiter limiter = new RateLimiter(5, clock);
    clock.advance(Duration.ofMillis(idleMillis));
    assertThat(acquired(limiter, 100)).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 2000", "0.1, 10000"})
  void allowsLessThanOneASecond(double perSecond, long millisBetween) {
    RateLimiter limiter = new RateLimiter(perSecond, clock);

    assertThat(acquired(limiter, 100)).isEqualTo(1);
    clock.advance(Duration.ofMillis(millisBetween - 1));
    assertThat(acquired(limiter, 100)).isZero();
    clock.advance(Duration.ofMillis(1));
    assertThat(acquired(limiter, 100)).isEqualTo(1);
  }

  @Test
  void survivesTheOverflowOfTheMonotonicClock() {
    clock.advance(Duration.ofNanos(Long.MAX_VALUE - clock.nanoTime() - 1000));
    RateLimiter limiter = new RateLimiter(5, clock);
    assertThat(acquired(limiter, 100)).isEqualTo(5);

    clock.advance(Duration.ofMillis(400));
    assertThat(acquired(limiter, 100)).isEqualTo(2);
  }

  @Test
  void zeroLetsNothingThrough() {
    RateLimiter limiter = new RateLimiter(0, clock);
    clock.advance(Duration.ofMillis(3_600_000));
    assertThat(acquired(limiter, 100)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1e-300, 1", "1e300, 1000"})
  void survivesExtremeRates(double perSecond, int expected) {
    RateLimiter limiter = new RateLimiter(perSecond, clock);
    clock.advance(Duration.ofMillis(1));
    assertThat(acquired(limiter, 1000)).isEqualTo(expected);
  }

  @Test
  void threadsTogetherGetNoMoreThanThereIs() throws InterruptedException {
    RateLimiter limiter = new RateLimiter(1000, clock);
    AtomicInteger total = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Thread thread =
          new Thread(
              () -> {
                await(start);
                total.addAndGet(acquired(limiter, 1000));
              });
      thread.start();
      threads.add(thread);
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(total).hasValue(1000);
  }

  private static int acquired(RateLimiter limiter, int attempts) {
    int acquired = 0;
    for (int i = 0; i < attempts; i++) {
      acquired += limiter.tryAcquire() ? 1 : 0;
    }
    return acquired;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

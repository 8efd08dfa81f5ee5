package io.heliograph.internal.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.heliograph.export.ExponentialPoint;
import io.heliograph.export.HistogramPoint;
import io.heliograph.export.MetricData;
import io.heliograph.export.MetricPoint;
import io.heliograph.export.NumberPoint;
import io.heliograph.pipeline.Aggregation;
import io.heliograph.pipeline.InstrumentSelector;
import io.heliograph.pipeline.TemporalityPreference;
import io.heliograph.pipeline.View;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Totals are exact whatever happens at the same time. */
class ConcurrencyTest {

  private static final int THREADS = 64;

  @Test
  @Compliance({
    "Metrics > All methods of any instrument are safe to be called concurrently.",
    "Metrics > Metric SDK implements cardinality limit"
  })
  void totalsAreExactUnder64ThreadsThroughTheCardinalityLimit() throws Exception {
    try (Metrics metrics = Metrics.cumulative()) {
      LongCounter counter = metrics.meter.counterBuilder("c").build();
      int rounds = 5000;
      inThreads(
          thread -> {
            for (int i = 0; i < rounds; i++) {
              counter.add(1, Attributes.of(Metrics.USER, "u" + (thread * 31 + i) % 3000));
            }
          });

      MetricData metric = metrics.only();
      assertThat(metric.points()).hasSize(2000);
      assertThat(metric.points())
          .extracting(MetricPoint::attributes)
          .contains(Cardinality.OVERFLOW);
      assertThat(sum(metric)).isEqualTo((long) THREADS * rounds);
      assertThat(metrics.lines)
          .singleElement()
          .asString()
          .contains("'c'", "2000", "otel.metric.overflow", "'user'");
    }
  }

  @Test
  @Compliance("Metrics > All methods of `Meter` are safe to be called concurrently.")
  void threadsThatAskForTheSameInstrumentShareIt() throws Exception {
    try (Metrics metrics = Metrics.cumulative()) {
      inThreads(thread -> metrics.meter.counterBuilder("c").build().add(1));
      assertThat(metrics.point(NumberPoint.class).longValue()).isEqualTo(THREADS);
    }
  }

  @Test
  @Compliance("Metrics > All methods of `MeterProvider` are safe to be called concurrently.")
  void threadsThatAskForTheSameMeterShareIt() throws Exception {
    try (Metrics metrics = Metrics.cumulative()) {
      inThreads(thread -> metrics.provider.get("m").counterBuilder("c").build().add(1));
      assertThat(metrics.point(NumberPoint.class).longValue()).isEqualTo(THREADS);
    }
  }

  @Test
  void aSeriesThatWasIdleBeginsAnewForTheSameAttributes() {
    try (Metrics metrics = Metrics.delta()) {
      LongCounter counter = metrics.meter.counterBuilder("c").build();
      Attributes first = Metrics.route("first");
      Attributes second = Metrics.route("second");
      for (long round = 1; round < 4; round++) {
        counter.add(round, first);
        counter.add(10 * round, second);
        assertThat(sum(metrics.only())).isEqualTo(11 * round);
        assertThat(metrics.collect()).isEmpty();
      }
    }
  }

  @Test
  void deltasLoseAndDoubleNothingOver1000Collections() throws Exception {
    View exponential =
        View.of(InstrumentSelector.named("e")).withAggregation(Aggregation.exponentialHistogram());
    try (Metrics metrics =
        Metrics.with().views(exponential).reader(TemporalityPreference.DELTA).start()) {
      LongCounter counter = metrics.meter.counterBuilder("c").build();
      DoubleHistogram explicit = metrics.meter.histogramBuilder("h").build();
      DoubleHistogram powers = metrics.meter.histogramBuilder("e").build();
      AtomicInteger collections = new AtomicInteger();
      AtomicInteger recorded = new AtomicInteger();
      List<Attributes> routes =
          IntStream.range(0, 5).mapToObj(i -> Metrics.route("r" + i)).toList();
      List<Thread> threads = new ArrayList<>();
      for (int t = 0; t < 8; t++) {
        int seed = t;
        threads.add(
            new Thread(
                () -> {
                  for (int i = seed; collections.get() < 1000; i++) {
                    boolean prebuilt = i % 2 == 0;
                    Attributes attributes =
                        prebuilt ? routes.get(i % 5) : Metrics.route("r" + i % 5);
                    counter.add(1, attributes);
                    explicit.record(i % 100, attributes);
                    powers.record(i % 1000, attributes);
                    recorded.incrementAndGet();
                  }
                }));
      }
      threads.forEach(Thread::start);
      Map<String, Long> totals = new HashMap<>();
      for (int i = 0; i < 1000; i++) {
        add(metrics.collect(), totals);
        collections.incrementAndGet();
      }
      for (Thread thread : threads) {
        thread.join();
      }
      add(metrics.collect(), totals);

      long expected = recorded.get();
      assertThat(totals).isEqualTo(Map.of("c", expected, "h", expected, "e", expected));
      assertThat(metrics.collect()).isEmpty();
    }
  }

  @Test
  void cumulativeTotalsAreExactUnder64ThreadsWhileTheyAreCollected() throws Exception {
    try (Metrics metrics = Metrics.cumulative()) {
      LongCounter counter = metrics.meter.counterBuilder("c").build();
      DoubleHistogram histogram = metrics.meter.histogramBuilder("h").build();
      long rounds = 3000;
      AtomicInteger running = new AtomicInteger(THREADS);
      Thread collector =
          new Thread(
              () -> {
                long last = 0;
                while (running.get() > 0) {
                  Map<String, Long> totals = new HashMap<>();
                  add(metrics.collect(), totals);
                  long counted = totals.getOrDefault("c", 0L);
                  if (counted < last) {
                    throw new AssertionError(counted + " after " + last);
                  }
                  last = counted;
                }
              });
      AtomicReference<Throwable> failure = new AtomicReference<>();
      collector.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
      collector.start();
      inThreads(
          thread -> {
            for (int i = 0; i < rounds; i++) {
              counter.add(1, Metrics.route("r" + i % 3));
              histogram.record(i % 100, Metrics.route("r" + i % 3));
            }
            running.decrementAndGet();
          });
      collector.join();

      assertThat(failure).hasNullValue();
      Map<String, Long> totals = new HashMap<>();
      add(metrics.collect(), totals);
      assertThat(totals).isEqualTo(Map.of("c", THREADS * rounds, "h", THREADS * rounds));
    }
  }

  private static void add(List<MetricData> collected, Map<String, Long> totals) {
    collected.forEach(metric -> totals.merge(metric.name(), sum(metric), Long::sum));
  }

  /** The sum of a counter; the buckets of a histogram, which must agree with its count. */
  private static long sum(MetricData metric) {
    return metric.points().stream().mapToLong(ConcurrencyTest::value).sum();
  }

  private static long value(MetricPoint point) {
    if (point instanceof NumberPoint number) {
      return number.longValue();
    }
    if (point instanceof HistogramPoint histogram) {
      long inBuckets =
          IntStream.range(0, histogram.buckets()).mapToLong(histogram::bucketCount).sum();
      assertThat(inBuckets).isEqualTo(histogram.count());
      return inBuckets;
    }
    ExponentialPoint exponential = (ExponentialPoint) point;
    long inBuckets =
        IntStream.range(0, exponential.positive().size())
            .mapToLong(exponential.positive()::count)
            .sum();
    assertThat(inBuckets + exponential.zeroCount()).isEqualTo(exponential.count());
    return exponential.count();
  }

  private static void inThreads(IntConsumer work) throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      int number = t;
      Thread thread =
          new Thread(
              () -> {
                try {
                  start.await();
                } catch (InterruptedException interrupted) {
                  throw new IllegalStateException(interrupted);
                }
                work.accept(number);
              });
      threads.add(thread);
      thread.start();
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
  }
}

package io.heliograph.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heliograph.export.HistogramPoint;
import io.heliograph.export.MetricData;
import io.heliograph.export.MetricType;
import io.heliograph.export.NumberPoint;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeliographMeterRegistryTest {

  private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

  private final MeterBench bench = new MeterBench();
  private final MeterRegistry registry = bench.registry;

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void countsWithTagsAsAttributes() {
    Counter counter =
        Counter.builder("orders.placed")
            .description("Orders that were placed")
            .baseUnit("orders")
            .tag("shop", "harbour")
            .register(registry);

    counter.increment();
    counter.increment(2.5);

    MetricData metric = bench.metric("orders.placed");
    assertThat(metric.type()).isEqualTo(MetricType.SUM);
    assertThat(metric.monotonic()).isTrue();
    assertThat(metric.unit()).isEqualTo("{orders}");
    assertThat(metric.description()).isEqualTo("Orders that were placed");
    assertThat(metric.instrumentationScope().name()).isEqualTo("io.heliograph.micrometer");
    NumberPoint point = bench.point("orders.placed", NumberPoint.class);
    assertThat(point.doubleValue()).isEqualTo(3.5);
    assertThat(point.attributes().get(AttributeKey.stringKey("shop"))).isEqualTo("harbour");
    assertThat(counter.count()).isEqualTo(3.5);
  }

  @Test
  void leavesAmountsThatACounterCannotTakeToTheEnginesCounts() {
    Counter counter = registry.counter("orders");

    counter.increment(1);
    counter.increment(-1);
    counter.increment(Double.NaN);
    counter.increment(Double.POSITIVE_INFINITY);

    assertThat(bench.point("orders", NumberPoint.class).doubleValue()).isEqualTo(1);
    assertThat(counter.count()).isEqualTo(1);
    assertThat(bench.provider.dropped().negative()).isEqualTo(1);
    assertThat(bench.provider.dropped().notFinite()).isEqualTo(2);
  }

  @Test
  void recordsTimersInSeconds() {
    Timer timer = registry.timer("pay");

    timer.record(40, TimeUnit.MILLISECONDS);
    timer.record(Duration.ofSeconds(2));
    timer.record(-1, TimeUnit.SECONDS);

    HistogramPoint point = bench.point("pay", HistogramPoint.class);
    assertThat(bench.metric("pay").unit()).isEqualTo("s");
    assertThat(point.count()).isEqualTo(2);
    assertThat(point.sum()).isCloseTo(2.04, within(1e-9));
    assertThat(boundaries(point)).startsWith(0.005, 0.01).endsWith(7.5, 10.0).hasSize(14);
    assertThat(timer.count()).isEqualTo(2);
    assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isCloseTo(2040, within(1e-6));
    assertThat(timer.max(TimeUnit.SECONDS)).isEqualTo(2);
  }

  @Test
  void takesServiceLevelObjectivesAsBoundaries() {
    Timer timer =
        Timer.builder("pay")
            .serviceLevelObjectives(Duration.ofMillis(100), Duration.ofMillis(500))
            .register(registry);
    DistributionSummary summary =
        DistributionSummary.builder("size").serviceLevelObjectives(10, 1000).register(registry);

    timer.record(Duration.ofMillis(200));
    summary.record(10);

    HistogramPoint paid = bench.point("pay", HistogramPoint.class);
    assertThat(boundaries(paid)).containsExactly(0.1, 0.5);
    assertThat(counts(paid)).containsExactly(0L, 1L, 0L);
    assertThat(counts(bench.point("size", HistogramPoint.class))).containsExactly(1L, 0L, 0L);
  }

  @Test
  void takesPercentileBucketsAsBoundaries() {
    Timer.builder("pay")
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofMillis(10))
        .maximumExpectedValue(Duration.ofSeconds(1))
        .register(registry)
        .record(Duration.ofMillis(20));

    assertThat(boundaries(bench.point("pay", HistogramPoint.class)))
        .hasSizeGreaterThan(20)
        .isSorted()
        .allMatch(boundary -> boundary >= 0.01 && boundary <= 1);
  }

  @Test
  void recordsSummariesWithTheirScale() {
    DistributionSummary summary = DistributionSummary.builder("size").scale(10).register(registry);

    summary.record(2);
    summary.record(-2);
    summary.record(Double.NaN);
    summary.record(Double.POSITIVE_INFINITY);

    HistogramPoint point = bench.point("size", HistogramPoint.class);
    assertThat(point.count()).isEqualTo(1);
    assertThat(point.sum()).isEqualTo(20);
    assertThat(summary.count()).isEqualTo(1);
    assertThat(summary.totalAmount()).isEqualTo(20);
    assertThat(summary.max()).isEqualTo(20);
    assertThat(bench.provider.dropped().notFinite()).isEqualTo(1);
  }

  @Test
  void keepsTheTraceOfWhatItRecords() {
    Timer timer = registry.timer("pay");
    DistributionSummary summary = registry.summary("size");
    Counter counter = registry.counter("orders");

    try (Scope ignored = span().makeCurrent()) {
      timer.record(Duration.ofMillis(20));
      summary.record(3);
      counter.increment();
    }

    assertThat(bench.collect())
        .hasSize(3)
        .allSatisfy(
            metric ->
                assertThat(metric.points().get(0).exemplars())
                    .singleElement()
                    .satisfies(
                        exemplar ->
                            assertThat(exemplar.spanContext().getTraceId()).isEqualTo(TRACE_ID)));
  }

  @Test
  void allocatesNothingToRecord() {
    Timer timer = registry.timer("pay", "shop", "harbour");
    DistributionSummary summary = registry.summary("size", "shop", "harbour");
    Counter counter = registry.counter("orders", "shop", "harbour");
    Runnable recording =
        () -> {
          for (int i = 0; i < 50_000; i++) {
            timer.record(i, TimeUnit.MICROSECONDS);
            summary.record(i);
            counter.increment();
          }
        };
    recording.run();

    long before = allocatedBytes();
    recording.run();

    assertThat(allocatedBytes() - before).isLessThan(50_000);
  }

  private static long allocatedBytes() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  @Test
  void observesGaugesUntilTheirObjectIsGone() {
    AtomicInteger depth = new AtomicInteger(7);
    Gauge.builder("queue.depth", depth, AtomicInteger::get).register(registry);
    Gauge.builder("nothing", () -> Double.NaN).register(registry);
    Gauge.builder("gone", null, ignored -> 1).register(registry);

    MetricData metric = bench.metric("queue.depth");

    assertThat(metric.type()).isEqualTo(MetricType.GAUGE);
    assertThat(((NumberPoint) metric.points().get(0)).doubleValue()).isEqualTo(7);
    assertThat(bench.names()).doesNotContain("nothing", "gone");
    assertThat(bench.provider.dropped().notFinite()).isZero();
    assertThat(depth).hasValue(7); // Keeps it reachable until here.
  }

  @Test
  void convertsTimeGaugesToSeconds() {
    AtomicInteger millis = new AtomicInteger(1500);
    TimeGauge.builder("age", millis, TimeUnit.MILLISECONDS, AtomicInteger::get).register(registry);

    assertThat(bench.point("age", NumberPoint.class).doubleValue()).isEqualTo(1.5);
    assertThat(bench.metric("age").unit()).isEqualTo("s");
    assertThat(millis).hasValue(1500);
  }

  @Test
  void observesFunctions() {
    AtomicInteger hits = new AtomicInteger(12);
    FunctionCounter.builder("cache.hits", hits, AtomicInteger::get).register(registry);
    FunctionTimer.builder("flush", hits, AtomicInteger::get, whole -> 3000.0, TimeUnit.MILLISECONDS)
        .register(registry);

    assertThat(bench.point("cache.hits", NumberPoint.class).doubleValue()).isEqualTo(12);
    assertThat(bench.metric("cache.hits").monotonic()).isTrue();
    assertThat(bench.point("flush.count", NumberPoint.class).doubleValue()).isEqualTo(12);
    assertThat(bench.metric("flush.count").unit()).isEmpty();
    assertThat(bench.point("flush.sum", NumberPoint.class).doubleValue()).isEqualTo(3);
    assertThat(bench.metric("flush.sum").unit()).isEqualTo("s");
    assertThat(hits).hasValue(12);
  }

  @Test
  void observesTasksWhileTheyRun() {
    LongTaskTimer timer = LongTaskTimer.builder("import").register(registry);
    LongTaskTimer.Sample first = timer.start();
    timer.start();
    bench.clock.add(Duration.ofSeconds(5));

    assertThat(bench.point("import.active", NumberPoint.class).doubleValue()).isEqualTo(2);
    assertThat(bench.metric("import.active").monotonic()).isFalse();
    assertThat(bench.point("import.duration", NumberPoint.class).doubleValue()).isEqualTo(10);
    assertThat(bench.point("import.max", NumberPoint.class).doubleValue()).isEqualTo(5);

    first.stop();
    assertThat(bench.point("import.active", NumberPoint.class).doubleValue()).isEqualTo(1);
  }

  @Test
  void observesTheMeasurementsOfMetersOfAnyKind() {
    List<Measurement> measurements =
        List.of(
            new Measurement(() -> 3.0, Statistic.COUNT),
            new Measurement(() -> 2.0, Statistic.ACTIVE_TASKS),
            new Measurement(() -> 9.0, Statistic.VALUE));
    Meter.builder("custom", Meter.Type.OTHER, measurements).tag("a", "b").register(registry);

    assertThat(bench.metric("custom.count").monotonic()).isTrue();
    assertThat(bench.metric("custom.active").monotonic()).isFalse();
    assertThat(bench.metric("custom.value").type()).isEqualTo(MetricType.GAUGE);
    assertThat(bench.point("custom.count", NumberPoint.class).doubleValue()).isEqualTo(3);
  }

  private static Span span() {
    return Span.wrap(
        SpanContext.create(
            TRACE_ID, "b7ad6b7169203331", TraceFlags.getSampled(), TraceState.getDefault()));
  }

  private static List<Double> boundaries(HistogramPoint point) {
    return IntStream.range(0, point.buckets() - 1).mapToDouble(point::boundary).boxed().toList();
  }

  private static List<Long> counts(HistogramPoint point) {
    return IntStream.range(0, point.buckets()).mapToObj(point::bucketCount).toList();
  }
}

package io.heliograph.internal.metrics;

import static io.heliograph.internal.metrics.Metrics.route;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.heliograph.export.MetricData;
import io.heliograph.export.MetricPoint;
import io.heliograph.export.MetricType;
import io.heliograph.export.NumberPoint;
import io.heliograph.pipeline.InstrumentSelector;
import io.heliograph.pipeline.TemporalityPreference;
import io.heliograph.pipeline.View;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableLongCounter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Asynchronous instruments: what callbacks observe, and what they may do wrong. */
class ObservablesTest {

  @Test
  @Compliance("Metrics > `AsynchronousCounter` instrument is supported.")
  void anObservedCounterIsTheTotal() {
    try (Metrics metrics = Metrics.cumulative()) {
      AtomicLong total = new AtomicLong(5);
      metrics
          .meter
          .counterBuilder("c")
          .buildWithCallback(result -> result.record(total.get(), route("a")));
      assertThat(metrics.point(NumberPoint.class).longValue()).isEqualTo(5);
      total.set(7);
      assertThat(metrics.point(NumberPoint.class).longValue()).isEqualTo(7);
      assertThat(metrics.only().monotonic()).isTrue();
    }
  }

  @Test
  void aDeltaOfAnObservedCounterIsItsGrowth() {
    try (Metrics metrics = Metrics.delta()) {
      AtomicLong total = new AtomicLong(5);
      metrics
          .meter
          .counterBuilder("c")
          .ofDoubles()
          .buildWithCallback(result -> result.record(total.get()));
      assertThat(metrics.point(NumberPoint.class).doubleValue()).isEqualTo(5);
      long collected = metrics.clock.epochNanos();
      metrics.clock.advance(Duration.ofSeconds(1));
      total.set(7);
      NumberPoint point = metrics.point(NumberPoint.class);
      assertThat(point.doubleValue()).isEqualTo(2);
      assertThat(point.startEpochNanos()).isEqualTo(collected);
    }
  }

  @Test
  @Compliance("Metrics > `AsynchronousUpDownCounter` instrument is supported.")
  void anObservedUpDownCounterIsNotMonotonic() {
    try (Metrics metrics = Metrics.delta()) {
      metrics.meter.upDownCounterBuilder("c").buildWithCallback(result -> result.record(-3));
      assertThat(metrics.point(NumberPoint.class).longValue()).isEqualTo(-3);
      assertThat(metrics.point(NumberPoint.class).longValue()).isEqualTo(-3);
      assertThat(metrics.only().monotonic()).isFalse();
    }
  }

  @Test
  @Compliance("Metrics > `AsynchronousGauge` instrument is supported.")
  void anObservedGaugeIsTheLastObservation() {
    try (Metrics metrics = Metrics.cumulative()) {
      metrics
          .meter
          .gaugeBuilder("g")
          .buildWithCallback(
              result -> {
                result.record(1);
                result.record(2.5);
                result.record(Double.NaN);
              });
      assertThat(metrics.only().type()).isEqualTo(MetricType.GAUGE);
      assertThat(metrics.point(NumberPoint.class).doubleValue()).isEqualTo(2.5);
      assertThat(metrics.provider.dropped().notFinite()).isPositive();
    }
  }

  @Test
  void whatIsNotObservedAnyMoreIsNotExported() {
    try (Metrics metrics = Metrics.cumulative()) {
      AtomicInteger collections = new AtomicInteger();
      metrics
          .meter
          .gaugeBuilder("g")
          .ofLongs()
          .buildWithCallback(
              result -> result.record(1, route("r" + collections.getAndIncrement())));
      assertThat(metrics.point(NumberPoint.class).attributes()).isEqualTo(route("r0"));
      assertThat(metrics.point(NumberPoint.class).attributes()).isEqualTo(route("r1"));
    }
  }

  @Test
  void aClosedCallbackIsNotCalledAgain() {
    try (Metrics metrics = Metrics.cumulative()) {
      ObservableLongCounter counter =
          metrics.meter.counterBuilder("c").buildWithCallback(result -> result.record(1));
      assertThat(metrics.collect()).hasSize(1);
      counter.close();
      assertThat(metrics.collect()).isEmpty();
    }
  }

  @Test
  void aBatchCallbackObservesItsInstrumentsOnly() {
    try (Metrics metrics = Metrics.cumulative()) {
      ObservableLongMeasurement used = metrics.meter.counterBuilder("used").buildObserver();
      ObservableDoubleMeasurement load = metrics.meter.gaugeBuilder("load").buildObserver();
      ObservableLongMeasurement other = metrics.meter.counterBuilder("other").buildObserver();
      metrics.meter.batchCallback(
          () -> {
            used.record(1);
            load.record(0.5);
            other.record(9);
          },
          used,
          load);
      other.record(8);
      assertThat(metrics.collect()).extracting(MetricData::name).containsExactly("used", "load");
    }
  }

  @Test
  void aCallbackThatThrowsIsReportedAndOthersAreCollected() {
    try (Metrics metrics = Metrics.cumulative()) {
      metrics
          .meter
          .counterBuilder("bad")
          .buildWithCallback(
              result -> {
                throw new StackOverflowError();
              });
      metrics.meter.counterBuilder("good").buildWithCallback(result -> result.record(1));
      assertThat(metrics.only().name()).isEqualTo("good");
      assertThat(metrics.faults.count()).isEqualTo(1);
      assertThat(metrics.lines).singleElement().asString().contains("callback of metric bad");
    }
  }

  @Test
  void aCallbackThatHangsIsLeftBehindUntilItReturns() throws Exception {
    try (Metrics metrics = Metrics.with().callbackTimeout(Duration.ofMillis(200)).start()) {
      CountDownLatch stuck = new CountDownLatch(1);
      CountDownLatch returned = new CountDownLatch(1);
      AtomicInteger calls = new AtomicInteger();
      metrics
          .meter
          .counterBuilder("hangs")
          .buildWithCallback(
              result -> {
                if (calls.incrementAndGet() == 1) {
                  awaitUninterruptibly(stuck);
                  result.record(100);
                  returned.countDown();
                } else {
                  result.record(1);
                }
              });
      metrics.meter.counterBuilder("good").buildWithCallback(result -> result.record(1));

      assertThat(metrics.only().name()).isEqualTo("good");
      assertThat(metrics.only().name()).isEqualTo("good");
      assertThat(calls).hasValue(1);
      assertThat(metrics.faults.count()).isEqualTo(1);

      stuck.countDown();
      returned.await();
      List<MetricData> collected = metrics.collect();
      for (int i = 0; i < 1000 && collected.size() < 2; i++) {
        collected = metrics.collect();
      }
      assertThat(collected).extracting(MetricData::name).containsExactly("hangs", "good");
      assertThat(((NumberPoint) collected.get(0).points().get(0)).longValue()).isEqualTo(1);
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Test
  void seriesThatAViewMergesAreAddedUp() {
    View view =
        View.of(InstrumentSelector.named("c")).keepingAttributes(Set.of(Metrics.ROUTE.getKey()));
    try (Metrics metrics = Metrics.views(view)) {
      metrics
          .meter
          .counterBuilder("c")
          .buildWithCallback(
              result -> {
                result.record(1, Attributes.of(Metrics.ROUTE, "a", Metrics.USER, "u"));
                result.record(2, Attributes.of(Metrics.ROUTE, "a", Metrics.USER, "v"));
              });
      assertThat(metrics.point(NumberPoint.class).longValue()).isEqualTo(3);
      assertThat(metrics.point(NumberPoint.class).longValue()).isEqualTo(3);
    }
  }

  @Test
  void theFirstObservedSeriesKeepTheirPlaceAndTheRestOverflows() {
    View view = View.of(InstrumentSelector.named("c")).withCardinalityLimit(3);
    try (Metrics metrics = Metrics.views(view)) {
      metrics
          .meter
          .counterBuilder("c")
          .buildWithCallback(
              result -> {
                for (int i = 0; i < 10; i++) {
                  result.record(1, route("r" + i));
                }
              });
      for (int i = 0; i < 2; i++) {
        MetricData metric = metrics.only();
        assertThat(metric.points())
            .extracting(MetricPoint::attributes)
            .containsExactly(route("r0"), route("r1"), Cardinality.OVERFLOW);
        assertThat(((NumberPoint) metric.points().get(2)).longValue()).isEqualTo(8);
      }
    }
  }

  @Test
  void eachReaderHasItsOwnDeltas() {
    try (Metrics metrics =
        Metrics.with()
            .reader(TemporalityPreference.CUMULATIVE)
            .reader(TemporalityPreference.DELTA)
            .start()) {
      AtomicLong total = new AtomicLong(5);
      metrics.meter.counterBuilder("c").buildWithCallback(result -> result.record(total.get()));
      assertThat(value(metrics.collect(0))).isEqualTo(5);
      assertThat(value(metrics.collect(1))).isEqualTo(5);
      total.set(8);
      assertThat(value(metrics.collect(0))).isEqualTo(8);
      assertThat(value(metrics.collect(1))).isEqualTo(3);
    }
  }

  private static long value(List<MetricData> collected) {
    return Metrics.point(collected.get(0), NumberPoint.class).longValue();
  }
}

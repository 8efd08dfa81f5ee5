package io.heliograph.internal.metrics;

import static io.heliograph.internal.metrics.Metrics.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.heliograph.Compliance;
import io.heliograph.export.HistogramPoint;
import io.heliograph.export.MetricData;
import io.heliograph.export.MetricType;
import io.heliograph.export.NumberPoint;
import io.heliograph.export.Temporality;
import io.heliograph.pipeline.AdvisedInstrument;
import io.heliograph.pipeline.BindableInstrument;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleCounter;
import io.opentelemetry.api.metrics.DoubleGauge;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongUpDownCounter;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each synchronous instrument makes of what it is given. */
class InstrumentsTest {

  private final Metrics metrics = Metrics.cumulative();

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  @Compliance({
    "Metrics > `Counter` instrument is supported.",
    "Metrics > Instruments have `name`",
    "Metrics > Instruments have kind.",
    "Metrics > Instruments have an optional unit of measure.",
    "Metrics > Instruments have an optional description.",
    "Metrics > Associate `Meter` with `InstrumentationScope`.",
    "Metrics > `MeterProvider` allows a `Resource` to be specified.",
    "Metrics > A specified `Resource` can be associated with all the produced metrics from any"
        + " `Meter` from the `MeterProvider`.",
    "Metrics > The metrics Exporter has access to the aggregated metrics data (aggregated points,"
        + " not raw measurements)."
  })
  void aCounterSumsForEachSetOfAttributes() {
    LongCounter counter =
        metrics.meter.counterBuilder("orders").setUnit("{order}").setDescription("All").build();
    counter.add(2, route("a"));
    counter.add(3, route("a"));
    counter.add(4, route("b"));
    counter.add(5);

    MetricData metric = metrics.only();

    assertThat(metric.name()).isEqualTo("orders");
    assertThat(metric.unit()).isEqualTo("{order}");
    assertThat(metric.description()).isEqualTo("All");
    assertThat(metric.type()).isEqualTo(MetricType.SUM);
    assertThat(metric.monotonic()).isTrue();
    assertThat(metric.temporality()).isEqualTo(Temporality.CUMULATIVE);
    assertThat(metric.instrumentationScope().name()).isEqualTo("test");
    assertThat(metric.resource().attributes().size()).isEqualTo(1);
    assertThat(metric.points())
        .extracting(point -> point.attributes() + "=" + ((NumberPoint) point).longValue())
        .containsExactlyInAnyOrder("{route=\"a\"}=5", "{route=\"b\"}=4", "{}=5");
  }

  @Test
  void doublesAreSummedAsDoubles() {
    DoubleCounter counter = metrics.meter.counterBuilder("c").ofDoubles().build();
    counter.add(0.5);
    counter.add(0.25);
    NumberPoint point = metrics.point(NumberPoint.class);
    assertThat(point.isLong()).isFalse();
    assertThat(point.doubleValue()).isEqualTo(0.75);
  }

  @Test
  @Compliance("Metrics > `UpDownCounter` instrument is supported.")
  void anUpDownCounterGoesDown() {
    LongUpDownCounter counter = metrics.meter.upDownCounterBuilder("c").build();
    counter.add(2);
    counter.add(-5);
    assertThat(metrics.only().monotonic()).isFalse();
    assertThat(metrics.point(NumberPoint.class).longValue()).isEqualTo(-3);
  }

  @Test
  @Compliance("Metrics > `Gauge` instrument is supported.")
  void aGaugeKeepsTheLastValue() {
    DoubleGauge gauge = metrics.meter.gaugeBuilder("g").build();
    gauge.set(7);
    gauge.set(-1.5);
    assertThat(metrics.only().type()).isEqualTo(MetricType.GAUGE);
    assertThat(metrics.point(NumberPoint.class).doubleValue()).isEqualTo(-1.5);
  }

  @Test
  @Compliance({
    "Metrics > `Histogram` instrument is supported.",
    "Metrics > The `ExplicitBucketHistogram` aggregation is available."
  })
  void aHistogramCountsUpToAndIncludingEachBoundary() {
    DoubleHistogram histogram = metrics.meter.histogramBuilder("h").build();
    for (double value : new double[] {0, 5, 5.1, 10_000, 10_001}) {
      histogram.record(value);
    }
    HistogramPoint point = metrics.point(HistogramPoint.class);
    assertThat(point.buckets()).isEqualTo(16);
    assertThat(IntStream.range(0, 16).mapToLong(point::bucketCount))
        .containsExactly(1L, 1L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 1L);
    assertThat(point.count()).isEqualTo(5);
    assertThat(point.sum()).isEqualTo(20_011.1);
    assertThat(point.min()).isZero();
    assertThat(point.max()).isEqualTo(10_001);
  }

  @Test
  @Compliance("Metrics > Instrument supports the advisory ExplicitBucketBoundaries parameter.")
  void advisedBoundariesAreUsed() {
    metrics
        .meter
        .histogramBuilder("h")
        .setExplicitBucketBoundariesAdvice(List.of(1.0, 2.0))
        .build()
        .record(1.5);
    HistogramPoint point = metrics.point(HistogramPoint.class);
    assertThat(point.buckets()).isEqualTo(3);
    assertThat(point.boundary(1)).isEqualTo(2.0);
  }

  @Test
  void unusableAdviceIsLeftOutAndTold() {
    metrics
        .meter
        .histogramBuilder("h")
        .setExplicitBucketBoundariesAdvice(List.of(2.0, 1.0))
        .build()
        .record(1);
    assertThat(metrics.point(HistogramPoint.class).buckets()).isEqualTo(16);
    assertThat(metrics.lines).singleElement().asString().contains("boundaries", "'h'");
  }

  @Test
  @Compliance("Metrics > Instrument supports the advisory Attributes parameter.")
  void advisedAttributesAreKeptAndOthersAreNot() {
    DoubleHistogramBuilder builder = metrics.meter.histogramBuilder("h");
    ((AdvisedInstrument) builder).adviseAttributes(List.of(Metrics.ROUTE));
    builder.build().record(1, Attributes.of(Metrics.ROUTE, "a", Metrics.USER, "u"));
    assertThat(metrics.point(HistogramPoint.class).attributes()).isEqualTo(route("a"));
  }

  @Test
  @Compliance("Metrics > Synchronous instruments support Bind to pre-associate attributes.")
  void aBoundInstrumentRecordsToItsAttributes() {
    LongCounter counter = metrics.meter.counterBuilder("c").build();
    BindableInstrument.Bound bound = ((BindableInstrument) counter).bind(route("a"));
    bound.record(2);
    bound.record(1.9);
    NumberPoint point = metrics.point(NumberPoint.class);
    assertThat(point.attributes()).isEqualTo(route("a"));
    assertThat(point.longValue()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void sumsAndHistogramsTakeFiniteValuesOnly(double value) {
    metrics.meter.upDownCounterBuilder("c").ofDoubles().build().add(value);
    metrics.meter.gaugeBuilder("g").build().set(Double.NaN);
    metrics.meter.histogramBuilder("h").build().record(value);
    assertThat(metrics.collect()).isEmpty();
    assertThat(metrics.provider.dropped().notFinite() + metrics.provider.dropped().negative())
        .isEqualTo(3);
  }

  @Test
  void aGaugeMayBeInfinite() {
    metrics.meter.gaugeBuilder("g").build().set(Double.POSITIVE_INFINITY);
    assertThat(metrics.point(NumberPoint.class).doubleValue()).isInfinite();
  }

  @Test
  void negativeValuesOfCountersAndHistogramsAreDroppedAndCounted() {
    metrics.meter.counterBuilder("c").build().add(-1);
    metrics.meter.counterBuilder("d").ofDoubles().build().add(-0.5);
    metrics.meter.histogramBuilder("h").build().record(-1);
    metrics.meter.histogramBuilder("i").ofLongs().build().record(-1);
    assertThat(metrics.collect()).isEmpty();
    assertThat(metrics.provider.dropped().negative()).isEqualTo(4);
    assertThat(metrics.lines).anyMatch(line -> line.contains("negative") && line.contains("'c'"));
  }

  @Test
  void nullsAndHostileAttributesNeverThrow() {
    LongCounter counter = metrics.meter.counterBuilder("c").build();
    assertThatCode(
            () -> {
              counter.add(1, null);
              counter.add(1, null, null);
              counter.add(1, new HostileAttributes());
            })
        .doesNotThrowAnyException();
    assertThat(metrics.point(NumberPoint.class).longValue()).isEqualTo(2);
    assertThat(metrics.faults.count()).isEqualTo(1);
  }

  @Test
  @Compliance("Metrics > Metric SDK supports per-timeseries cumulative start timestamps")
  void eachSeriesStartsWithItsFirstMeasurement() {
    LongCounter counter = metrics.meter.counterBuilder("c").build();
    counter.add(1, route("a"));
    long first = metrics.clock.epochNanos();
    metrics.clock.advance(Duration.ofSeconds(5));
    counter.add(1, route("b"));
    metrics.clock.advance(Duration.ofSeconds(5));

    assertThat(metrics.only().points())
        .extracting(point -> point.startEpochNanos() - first)
        .containsExactlyInAnyOrder(0L, 5_000_000_000L);
    assertThat(metrics.only().points())
        .allMatch(point -> point.epochNanos() == first + 10_000_000_000L);
  }

  @Test
  void aClockThatJumpsBackMakesNoNegativeInterval() {
    metrics.meter.counterBuilder("c").build().add(1);
    metrics.clock.setWallClock(Duration.ofHours(-1));
    NumberPoint point = metrics.point(NumberPoint.class);
    assertThat(point.epochNanos()).isEqualTo(point.startEpochNanos());
  }
}

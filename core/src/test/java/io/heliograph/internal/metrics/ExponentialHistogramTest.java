package io.heliograph.internal.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.export.ExponentialPoint;
import io.heliograph.pipeline.Aggregation;
import io.heliograph.pipeline.InstrumentSelector;
import io.heliograph.pipeline.View;
import io.opentelemetry.api.metrics.DoubleHistogram;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bucket indexes and how buckets follow the values. */
class ExponentialHistogramTest {

  @ParameterizedTest
  @CsvSource({
    "1, 0, -1",
    "1.5, 0, 0",
    "2, 0, 0",
    "2.1, 0, 1",
    "4, 0, 1",
    "0.5, 0, -2",
    "0.51, 0, -1",
    "1, -1, -1",
    "4, -1, 0",
    "4.1, -1, 1",
    "16, -1, 1",
    "0.25, -1, -2",
    "0.26, -1, -1",
    "2, 1, 1",
    "1.4, 1, 0",
    "1.5, 1, 1",
    "4, 20, 2097151",
    "1, 20, -1",
    "4.9e-324, 0, -1023",
    "1.7976931348623157e308, 0, 1023"
  })
  void valuesFallIntoTheBucketThatEndsWithThem(double value, int scale, int index) {
    assertThat(ExponentialScale.index(value, scale)).isEqualTo(index);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8, 14, 20})
  void indexesNeverGoBackwardsAndEndAtPowersOfTwo(int scale) {
    Random random = new Random(scale);
    for (int i = 0; i < 20_000; i++) {
      double value = Math.exp(200 * random.nextGaussian());
      int exponent = Math.getExponent(value);
      int index = ExponentialScale.index(value, scale);
      assertThat(index).isBetween((exponent << scale) - 1, ((exponent + 1) << scale) - 1);
      assertThat(ExponentialScale.index(Math.nextUp(value), scale)).isGreaterThanOrEqualTo(index);
    }
  }

  @Test
  void theWholeRangeOfDoublesFitsAndTheCountsAreRight() {
    View view =
        View.of(InstrumentSelector.named("*"))
            .withAggregation(new Aggregation.ExponentialHistogram(4, 20, true));
    try (Metrics metrics = Metrics.views(view)) {
      DoubleHistogram histogram = metrics.meter.histogramBuilder("h").build();
      for (double value : new double[] {1, Double.MIN_VALUE, Double.MAX_VALUE, 0, 3, 1e-9, 1e200}) {
        histogram.record(value);
      }
      ExponentialPoint point = metrics.point(ExponentialPoint.class);
      assertThat(point.positive().size()).isLessThanOrEqualTo(4);
      assertThat(
              IntStream.range(0, point.positive().size()).mapToLong(point.positive()::count).sum())
          .isEqualTo(6);
      assertThat(point.zeroCount()).isEqualTo(1);
      assertThat(point.scale()).isNegative();
      assertThat(point.negative().size()).isZero();
    }
  }

  @Test
  void mergedCountsAreThoseOfAllValuesTogether() {
    Random random = new Random(5);
    for (int round = 0; round < 50; round++) {
      ExponentialCounts left = new ExponentialCounts(20, 20);
      ExponentialCounts right = new ExponentialCounts(20, 20);
      ExponentialCounts together = new ExponentialCounts(20, 20);
      for (int i = 0; i < 200; i++) {
        double value = random.nextGaussian() * Math.exp(3 * random.nextGaussian());
        (random.nextBoolean() ? left : right).add(value);
        together.add(value);
      }
      ExponentialCounts merged = new ExponentialCounts(20, 20);
      merged.merge(left);
      merged.merge(right);
      assertThat(text(merged)).isEqualTo(text(together));
      merged.clear();
      merged.merge(right);
      assertThat(text(merged)).isEqualTo(text(right));
    }
  }

  private static String text(ExponentialCounts counts) {
    return counts.scale()
        + " "
        + counts.count
        + " "
        + counts.zeros
        + text(counts.positive)
        + text(counts.negative);
  }

  private static String text(ExponentialBuckets buckets) {
    StringBuilder text = new StringBuilder(" from " + buckets.offset() + ":");
    IntStream.range(0, buckets.size()).forEach(i -> text.append(' ').append(buckets.count(i)));
    return text.toString();
  }
}

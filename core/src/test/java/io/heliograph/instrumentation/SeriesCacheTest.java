package io.heliograph.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeriesCacheTest {

  private final SeriesCache<MetricSeries> cache = new SeriesCache<>();

  @Test
  void findsBySameValuesNotBySameObjects() {
    MetricSeries series = series();
    cache.add(series, "GET", new String("/a"), null, null, null, 200);

    assertThat(cache.find("GET", new String("/a"), null, null, null, 200)).isSameAs(series);
  }

  @Test
  void knowsValuesByTheirPlace() {
    cache.add(series(), "a", "b", null, null, null, 1);

    assertThat(cache.find("b", "a", null, null, null, 1)).isNull();
    assertThat(cache.find(null, null, null, "a", "b", 1)).isNull();
    assertThat(cache.find("a", "b", null, null, null, 2)).isNull();
  }

  @Test
  void keepsThoseApartWhoseHashesAreEqual() {
    MetricSeries first = series();
    MetricSeries second = series();
    cache.add(first, "Aa", null, null, null, null, 0);
    cache.add(second, "BB", null, null, null, null, 0);

    assertThat(cache.find("Aa", null, null, null, null, 0)).isSameAs(first);
    assertThat(cache.find("BB", null, null, null, null, 0)).isSameAs(second);
  }

  @Test
  void forgetsWhenItIsFullAndGoesOn() {
    for (int i = 0; i < SeriesCache.MOST; i++) {
      cache.add(series(), "host", null, null, null, null, i);
    }
    assertThat(cache.find("host", null, null, null, null, 0)).isNotNull();

    MetricSeries last = series();
    cache.add(last, "host", null, null, null, null, -1);
    assertThat(cache.find("host", null, null, null, null, 0)).isNull();
    assertThat(cache.find("host", null, null, null, null, -1)).isSameAs(last);
  }

  private static MetricSeries series() {
    return new MetricSeries() {
      @Override
      public void record(double value, io.opentelemetry.context.Context context) {}
    };
  }
}

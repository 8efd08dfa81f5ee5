package io.heliograph.benchmarks;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Two thousand histogram series, as many as two instruments keep without overflow. */
final class CollectionWork {

  private static final int ROUTES = 1000;
  private static final int MEASUREMENTS = 3;

  private CollectionWork() {}

  static void fill(MeterProvider meters) {
    Meter meter = meters.get(SpanWork.SCOPE);
    List<DoubleHistogram> histograms =
        Stream.of("requests", "calls").map(name -> meter.histogramBuilder(name).build()).toList();
    Durations durations = new Durations();
    IntStream.range(0, ROUTES)
        .mapToObj(CollectionWork::attributes)
        .forEach(
            attributes -> {
              for (DoubleHistogram histogram : histograms) {
                for (int i = 0; i < MEASUREMENTS; i++) {
                  histogram.record(durations.next(), attributes);
                }
              }
            });
  }

  private static Attributes attributes(int route) {
    return Attributes.of(
        AttributeKey.stringKey("http.request.method"),
        "GET",
        AttributeKey.stringKey("http.route"),
        "/orders/" + route,
        AttributeKey.longKey("http.response.status_code"),
        200L);
  }
}

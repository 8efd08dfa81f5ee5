package io.heliograph.benchmarks;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Histograms with series, ready to be collected. */
final class CollectionWork {

  private static final int MEASUREMENTS = 3;

  private CollectionWork() {}

  /** Two thousand series, as many as two instruments keep without overflow. */
  static void fillTwo(MeterProvider meters) {
    fill(meters, List.of("requests", "calls"), 1000);
  }

  /** So many series of each instrument. */
  static void fill(MeterProvider meters, List<String> instruments, int series) {
    Meter meter = meters.get(SpanWork.SCOPE);
    List<DoubleHistogram> histograms =
        instruments.stream().map(name -> meter.histogramBuilder(name).build()).toList();
    Durations durations = new Durations();
    attributes(series)
        .forEach(
            attributes -> {
              for (DoubleHistogram histogram : histograms) {
                for (int i = 0; i < MEASUREMENTS; i++) {
                  histogram.record(durations.next(), attributes);
                }
              }
            });
  }

  /** So many different ones. */
  static Stream<Attributes> attributes(int series) {
    return IntStream.range(0, series).mapToObj(CollectionWork::ofRoute);
  }

  private static Attributes ofRoute(int route) {
    return Attributes.of(
        AttributeKey.stringKey("http.request.method"),
        "GET",
        AttributeKey.stringKey("http.route"),
        "/orders/" + route,
        AttributeKey.longKey("http.response.status_code"),
        200L);
  }
}

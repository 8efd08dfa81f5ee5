package io.heliograph.benchmarks;

import io.heliograph.config.Signal;
import io.heliograph.export.MetricData;
import io.heliograph.export.Resource;
import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.internal.diagnostics.ThrottledLog;
import io.heliograph.internal.metrics.EngineMeterProvider;
import io.heliograph.internal.metrics.MetricCollector;
import io.heliograph.internal.metrics.MetricsConfig;
import io.heliograph.internal.metrics.ReaderOptions;
import io.heliograph.internal.otlp.Encoder;
import io.heliograph.internal.otlp.OtlpEncoder;
import io.heliograph.pipeline.Clock;
import io.heliograph.pipeline.ExemplarFilter;
import io.heliograph.pipeline.TemporalityPreference;
import io.heliograph.pipeline.ViewMatching;
import java.util.List;

/** Collects and encodes on the caller's thread, for which there is no public entry. */
final class OurCollection implements Work {

  private final EngineMeterProvider meters;
  private final MetricCollector collector;
  private final Encoder<MetricData> encoder = OtlpEncoder.metrics(OurEngine.MAX_REQUEST);
  private final Outlet outlet;

  OurCollection(Outlet outlet) {
    this(outlet, ReaderOptions.CARDINALITY_LIMIT);
    CollectionWork.fillTwo(meters);
  }

  /** Of one instrument with so many series. */
  static OurCollection growing(Outlet outlet, int series) {
    OurCollection collection = new OurCollection(outlet, Curve.CARDINALITY_LIMIT);
    CollectionWork.fill(collection.meters, List.of(Curve.INSTRUMENT), series);
    return collection;
  }

  private OurCollection(Outlet outlet, int cardinalityLimit) {
    this.outlet = outlet;
    ThrottledLog log = new ThrottledLog(System.getLogger("benchmark"), Clock.system());
    this.meters =
        new EngineMeterProvider(
            new MetricsConfig(
                Resource.empty(),
                List.of(),
                ViewMatching.INDEPENDENT,
                ExemplarFilter.TRACE_BASED,
                List.of(reader(cardinalityLimit)),
                MetricsConfig.CALLBACK_TIMEOUT,
                Clock.system(),
                new Faults(log),
                log));
    this.collector = meters.collectors().get(0);
  }

  private static ReaderOptions reader(int cardinalityLimit) {
    ReaderOptions defaults = ReaderOptions.of(TemporalityPreference.CUMULATIVE);
    return new ReaderOptions(
        defaults.temporality(),
        defaults.aggregation(),
        cardinalityLimit,
        defaults.producers(),
        defaults.filter());
  }

  /** The exporter over OTLP keeps nothing, which lets the collector use its objects again. */
  @Override
  public Object run() {
    if (!encoder.encode(collector.collect(true))) {
      throw new IllegalStateException("request too large");
    }
    outlet.request(Signal.METRICS, encoder.array(), encoder.length());
    return encoder;
  }

  @Override
  public void close() {
    meters.close();
  }
}

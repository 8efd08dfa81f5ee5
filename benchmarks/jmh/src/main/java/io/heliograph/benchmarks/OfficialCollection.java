package io.heliograph.benchmarks;

import io.heliograph.config.Signal;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.export.CardinalityLimitSelector;
import io.opentelemetry.sdk.metrics.export.CollectionRegistration;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import java.util.List;

/** Collects and encodes on the caller's thread. */
final class OfficialCollection implements Work {

  private final Reader reader;
  private final SdkMeterProvider meters;
  private final OfficialEncoding.Encoder encoder;
  private final Outlet outlet;

  OfficialCollection(Outlet outlet, OfficialEncoding encoding) {
    this(outlet, encoding, CardinalityLimitSelector.defaultCardinalityLimitSelector());
    CollectionWork.fillTwo(meters);
  }

  /** Of one instrument with so many series. */
  static OfficialCollection growing(Outlet outlet, int series) {
    OfficialCollection collection =
        new OfficialCollection(
            outlet, OfficialEncoding.IMMUTABLE, instrument -> Curve.CARDINALITY_LIMIT);
    CollectionWork.fill(collection.meters, List.of(Curve.INSTRUMENT), series);
    return collection;
  }

  private OfficialCollection(
      Outlet outlet, OfficialEncoding encoding, CardinalityLimitSelector cardinalityLimit) {
    this.outlet = outlet;
    this.encoder = encoding.encoder();
    this.reader = new Reader(encoding.memoryMode);
    this.meters = SdkMeterProvider.builder().registerMetricReader(reader, cardinalityLimit).build();
  }

  @Override
  public Object run() {
    Buffer request = encoder.metrics(reader.registration.collectAllMetrics());
    outlet.request(Signal.METRICS, request.array(), request.size());
    return request;
  }

  @Override
  public void close() {
    meters.close();
  }

  private static final class Reader implements MetricReader {

    private final MemoryMode memoryMode;
    private CollectionRegistration registration = CollectionRegistration.noop();

    Reader(MemoryMode memoryMode) {
      this.memoryMode = memoryMode;
    }

    @Override
    public void register(CollectionRegistration collection) {
      registration = collection;
    }

    @Override
    public MemoryMode getMemoryMode() {
      return memoryMode;
    }

    @Override
    public AggregationTemporality getAggregationTemporality(InstrumentType type) {
      return AggregationTemporality.CUMULATIVE;
    }

    @Override
    public CompletableResultCode forceFlush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}

package io.heliograph;

import io.heliograph.export.Exporter;
import io.heliograph.export.ReadableSpan;
import io.heliograph.export.Resource;
import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.internal.diagnostics.ThrottledLog;
import io.heliograph.internal.pipeline.Batcher;
import io.heliograph.internal.pipeline.BatcherOptions;
import io.heliograph.internal.pipeline.Destinations;
import io.heliograph.internal.pipeline.SpanWeigher;
import io.heliograph.internal.trace.EngineTracerProvider;
import io.heliograph.internal.trace.TraceConfig;
import io.heliograph.pipeline.Clock;
import io.heliograph.pipeline.IdGenerator;
import io.heliograph.pipeline.Sampler;
import io.heliograph.pipeline.SamplingInput;
import io.heliograph.pipeline.SamplingResult;
import io.heliograph.pipeline.SpanLimits;
import io.heliograph.pipeline.SpanProcessor;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts an engine together. Not thread-safe. */
public final class HeliographBuilder {

  private static final System.Logger LOGGER = System.getLogger("io.heliograph");

  private final Map<String, Exporter<ReadableSpan>> exporters = new LinkedHashMap<>();
  private final List<SpanProcessor> processors = new ArrayList<>();
  private Resource resource = Resource.empty();
  private SpanLimits limits = SpanLimits.DEFAULT;
  private IdGenerator idGenerator = IdGenerator.random();
  private Clock clock = Clock.system();
  private Sampler sampler = new Everything();

  HeliographBuilder() {}

  /** Adds a destination with a queue of its own; the name shows in logs and counts. */
  public HeliographBuilder exporter(String name, Exporter<ReadableSpan> exporter) {
    exporters.put(name, exporter);
    return this;
  }

  /** Adds a processor, which runs in the order of addition and before the destinations. */
  public HeliographBuilder spanProcessor(SpanProcessor processor) {
    processors.add(processor);
    return this;
  }

  /** Merges into the resource; the values given here win over what was detected. */
  public HeliographBuilder resource(Resource resource) {
    this.resource = this.resource.merge(resource);
    return this;
  }

  /** Replaces the limits. */
  public HeliographBuilder limits(SpanLimits limits) {
    this.limits = limits;
    return this;
  }

  /** Replaces the configured sampler. */
  public HeliographBuilder sampler(Sampler sampler) {
    this.sampler = sampler;
    return this;
  }

  /** Replaces the random ids. */
  public HeliographBuilder idGenerator(IdGenerator idGenerator) {
    this.idGenerator = idGenerator;
    return this;
  }

  /** Replaces the system's clocks. */
  public HeliographBuilder clock(Clock clock) {
    this.clock = clock;
    return this;
  }

  /** Starts the engine. */
  public Heliograph build() {
    ThrottledLog log = new ThrottledLog(LOGGER, clock);
    Faults faults = new Faults(log);
    List<Batcher<ReadableSpan>> batchers = new ArrayList<>();
    exporters.forEach(
        (name, exporter) ->
            batchers.add(
                new Batcher<>(
                    new BatcherOptions(
                        name,
                        65536,
                        64L << 20,
                        512,
                        Duration.ofSeconds(1),
                        2,
                        Duration.ofSeconds(30)),
                    exporter,
                    SpanWeigher::bytes,
                    clock,
                    faults,
                    log)));
    Destinations destinations = new Destinations(batchers);
    List<SpanProcessor> all = new ArrayList<>(processors);
    all.add(destinations);
    EngineTracerProvider provider =
        new EngineTracerProvider(
            new TraceConfig(resource, sampler, limits, idGenerator, clock, all, faults));
    return new Heliograph(
        new EngineOpenTelemetry(
            provider, ContextPropagators.create(W3CTraceContextPropagator.getInstance())),
        destinations,
        Duration.ofSeconds(3));
  }

  private record Everything() implements Sampler {
    @Override
    public SamplingResult sample(SamplingInput input) {
      return SamplingResult.RECORD_AND_SAMPLE;
    }

    @Override
    public String description() {
      return "AlwaysOnSampler";
    }
  }
}

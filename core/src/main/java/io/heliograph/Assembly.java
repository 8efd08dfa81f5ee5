package io.heliograph;

import io.heliograph.config.EngineSettings;
import io.heliograph.config.MetricSettings;
import io.heliograph.config.Settings;
import io.heliograph.config.TraceSettings;
import io.heliograph.export.Exporter;
import io.heliograph.export.ReadableLogRecord;
import io.heliograph.export.ReadableSpan;
import io.heliograph.export.Resource;
import io.heliograph.internal.assembly.DestinationFactory;
import io.heliograph.internal.assembly.ExporterFactory;
import io.heliograph.internal.assembly.LimitsReader;
import io.heliograph.internal.assembly.MetricDestinations;
import io.heliograph.internal.assembly.MetricRecorder;
import io.heliograph.internal.assembly.Scraping;
import io.heliograph.internal.assembly.SignalFormat;
import io.heliograph.internal.detect.BuiltInDetectors;
import io.heliograph.internal.detect.Surroundings;
import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.internal.diagnostics.LeveledLogger;
import io.heliograph.internal.diagnostics.ThrottledLog;
import io.heliograph.internal.logs.EngineLoggerProvider;
import io.heliograph.internal.logs.LogConfig;
import io.heliograph.internal.logs.LogDestinations;
import io.heliograph.internal.metrics.EngineMeterProvider;
import io.heliograph.internal.metrics.MetricsConfig;
import io.heliograph.internal.pipeline.Destinations;
import io.heliograph.internal.propagation.Propagators;
import io.heliograph.internal.resource.DetectorRunner;
import io.heliograph.internal.resource.ResourceAssembly;
import io.heliograph.internal.sampling.SamplerFactory;
import io.heliograph.internal.selftelemetry.SelfMetrics;
import io.heliograph.internal.send.DaemonTimer;
import io.heliograph.internal.trace.BaggageAttributes;
import io.heliograph.internal.trace.EngineTracerProvider;
import io.heliograph.internal.trace.SpanDestinations;
import io.heliograph.internal.trace.TraceConfig;
import io.heliograph.pipeline.LogRecordProcessor;
import io.heliograph.pipeline.ResourceDetector;
import io.heliograph.pipeline.Sampler;
import io.heliograph.pipeline.SamplerProvider;
import io.heliograph.pipeline.SpanProcessor;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Makes one engine out of settings and what the program added to them. */
final class Assembly {

  private static final Duration DETECTOR_BUDGET = Duration.ofSeconds(2);

  private final HeliographBuilder parts;
  private final Settings settings;
  private final System.Logger logger;
  private final Faults faults;
  private final ThrottledLog log;
  private final DaemonTimer timer = new DaemonTimer();
  private final Resource resource;
  private final SamplerFactory samplers;

  /** Comes with the metrics; null if nobody wants it. */
  private @Nullable SelfMetrics self;

  Assembly(HeliographBuilder parts, Settings settings) {
    this.parts = parts;
    this.settings = settings;
    this.logger =
        new LeveledLogger(
            System.getLogger("io.heliograph"), settings.get(EngineSettings.LOG_LEVEL));
    this.log = new ThrottledLog(logger, parts.clock);
    this.faults = new Faults(log);
    this.resource = resource();
    this.samplers =
        new SamplerFactory(
            serviceName(),
            parts.clock,
            thrown -> faults.report("sampler", thrown),
            ServiceLoader.load(SamplerProvider.class));
  }

  Heliograph assemble() {
    for (String warning : settings.warnings()) {
      logger.log(Level.WARNING, "Heliograph: " + warning);
    }
    Sampler sampler = sampler();
    ContextPropagators propagators = ContextPropagators.create(propagator());
    Destinations<ReadableSpan> spans = open(SignalFormat.SPANS, parts.exporters);
    Destinations<ReadableLogRecord> logs = open(SignalFormat.LOG_RECORDS, parts.logExporters);
    Scraping scraping = new Scraping(settings, parts.metricProducers);
    MetricRecorder metrics = metrics(scraping);
    EngineTracerProvider tracers = tracers(sampler, spans);
    EngineLoggerProvider loggers = loggers(logs);
    if (self != null) {
      self.observe(spans, metrics.destinations(), logs);
    }
    List<SignalPipeline> signals =
        List.of(
            new SignalPipeline(tracers, spans),
            new SignalPipeline(metrics, metrics.destinations()),
            new SignalPipeline(loggers, logs));
    if (isDisabled()) {
      signals.forEach(signal -> signal.recorder().stopRecording());
    }
    return new Heliograph(
        settings,
        new EngineOpenTelemetry(tracers, metrics.provider(), loggers, propagators),
        signals,
        scraping.scraper(resource, metrics.provider(), log),
        new Diagnosis(
            settings,
            EngineFacts.of(settings, serviceName(), parts.sampler),
            new StartUp(),
            signals,
            faults,
            parts.clock),
        this::logStartUp,
        this::closeBackground);
  }

  private void logStartUp(Diagnostics diagnostics) {
    logger.log(Level.INFO, StartUpSummary.of(diagnostics, settings, notices()));
  }

  /** A program that brings exporters knows where its telemetry goes. */
  private List<String> notices() {
    boolean bringsExporters =
        !parts.exporters.isEmpty()
            || !parts.metricExporters.isEmpty()
            || !parts.logExporters.isEmpty();
    return bringsExporters ? List.of() : settings.notices();
  }

  private EngineTracerProvider tracers(Sampler sampler, Destinations<ReadableSpan> destinations) {
    return new EngineTracerProvider(
        new TraceConfig(
            resource,
            sampler,
            parts.limits == null ? LimitsReader.spans(settings) : parts.limits,
            parts.idGenerator,
            parts.clock,
            processors(),
            new SpanDestinations(destinations),
            faults,
            self == null ? null : self.spans()));
  }

  private MetricRecorder metrics(Scraping scraping) {
    MetricDestinations destinations =
        isDisabled()
            ? MetricDestinations.none()
            : MetricDestinations.open(destinationFactory(), settings, parts.metricExporters);
    EngineMeterProvider provider =
        new EngineMeterProvider(
            new MetricsConfig(
                resource,
                parts.views,
                parts.viewMatching,
                settings.get(MetricSettings.EXEMPLAR_FILTER),
                scraping.withReader(destinations.readers(parts.metricProducers)),
                MetricsConfig.CALLBACK_TIMEOUT,
                parts.clock,
                faults,
                log));
    self = wantsSelfMetrics(provider) ? new SelfMetrics(provider) : null;
    return destinations.start(provider, parts.clock, faults, self);
  }

  /** Nothing is counted for nobody. */
  private boolean wantsSelfMetrics(EngineMeterProvider provider) {
    return settings.get(MetricSettings.SELF_ENABLED) && !provider.collectors().isEmpty();
  }

  private EngineLoggerProvider loggers(Destinations<ReadableLogRecord> destinations) {
    List<LogRecordProcessor> processors = new ArrayList<>(parts.logProcessors);
    processors.add(new LogDestinations(destinations, processors.isEmpty()));
    return new EngineLoggerProvider(
        new LogConfig(
            resource,
            parts.logLimits == null ? LimitsReader.logRecords(settings) : parts.logLimits,
            parts.clock,
            processors,
            faults));
  }

  private Resource resource() {
    List<ResourceDetector> detectors = new ArrayList<>(BuiltInDetectors.of(Surroundings.real()));
    detectors.addAll(parts.detectors);
    for (ResourceDetector detector : ServiceLoader.load(ResourceDetector.class)) {
      detectors.add(detector);
    }
    DetectorRunner runner = new DetectorRunner(DETECTOR_BUDGET, logger);
    return ResourceAssembly.resource(settings, detectors, runner).merge(parts.resource);
  }

  private String serviceName() {
    return Objects.requireNonNullElse(
        resource.attributes().get(ResourceAssembly.SERVICE_NAME), ResourceAssembly.UNKNOWN_SERVICE);
  }

  private Sampler sampler() {
    Sampler chosen = parts.sampler;
    if (chosen != null) {
      return chosen;
    }
    String name = settings.get(TraceSettings.SAMPLER);
    String argument = settings.find(TraceSettings.SAMPLER_ARG);
    try {
      return samplers.create(name, argument);
    } catch (IllegalArgumentException unusable) {
      boolean knowsName = samplers.names().contains(name);
      throw settings.invalid(
          knowsName ? TraceSettings.SAMPLER_ARG : TraceSettings.SAMPLER,
          String.valueOf(unusable.getMessage()));
    }
  }

  private TextMapPropagator propagator() {
    try {
      return Propagators.of(
          settings.get(EngineSettings.PROPAGATORS),
          thrown -> faults.report("propagator", thrown),
          parts.propagators);
    } catch (IllegalArgumentException unusable) {
      throw settings.invalid(EngineSettings.PROPAGATORS, String.valueOf(unusable.getMessage()));
    }
  }

  /** A disabled engine opens nothing. */
  private <T> Destinations<T> open(SignalFormat<T> format, Map<String, Exporter<T>> exporters) {
    return isDisabled()
        ? new Destinations<>(List.of())
        : destinationFactory().open(format, settings, exporters);
  }

  private DestinationFactory destinationFactory() {
    ExporterFactory factory = new ExporterFactory(parts.clock, log, timer);
    return new DestinationFactory(parts.clock, faults, log, factory);
  }

  private boolean isDisabled() {
    return settings.get(EngineSettings.SDK_DISABLED);
  }

  private List<SpanProcessor> processors() {
    List<SpanProcessor> processors = new ArrayList<>();
    List<String> baggageKeys = settings.get(TraceSettings.BAGGAGE_SPAN_ATTRIBUTES);
    if (!baggageKeys.isEmpty()) {
      processors.add(new BaggageAttributes(baggageKeys));
    }
    processors.addAll(parts.processors);
    return processors;
  }

  private void closeBackground() {
    samplers.close();
    timer.close();
  }
}

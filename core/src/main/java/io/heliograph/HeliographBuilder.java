package io.heliograph;

import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import io.heliograph.export.Exporter;
import io.heliograph.export.MetricData;
import io.heliograph.export.ReadableLogRecord;
import io.heliograph.export.ReadableSpan;
import io.heliograph.export.Resource;
import io.heliograph.pipeline.Clock;
import io.heliograph.pipeline.IdGenerator;
import io.heliograph.pipeline.LogLimits;
import io.heliograph.pipeline.LogRecordProcessor;
import io.heliograph.pipeline.MetricProducer;
import io.heliograph.pipeline.ResourceDetector;
import io.heliograph.pipeline.Sampler;
import io.heliograph.pipeline.SpanLimits;
import io.heliograph.pipeline.SpanProcessor;
import io.heliograph.pipeline.View;
import io.heliograph.pipeline.ViewMatching;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts an engine together: settings, and what a program adds to or replaces in them. Not
 * thread-safe.
 */
public final class HeliographBuilder {

  final Map<String, Exporter<ReadableSpan>> exporters = new LinkedHashMap<>();
  final Map<String, Exporter<ReadableLogRecord>> logExporters = new LinkedHashMap<>();
  final Map<String, Exporter<MetricData>> metricExporters = new LinkedHashMap<>();
  final List<View> views = new ArrayList<>();
  final List<MetricProducer> metricProducers = new ArrayList<>();
  final Map<String, TextMapPropagator> propagators = new LinkedHashMap<>();
  final List<SpanProcessor> processors = new ArrayList<>();
  final List<LogRecordProcessor> logProcessors = new ArrayList<>();
  final List<ResourceDetector> detectors = new ArrayList<>();
  @Nullable Settings settings;
  @Nullable Sampler sampler;
  @Nullable SpanLimits limits;
  @Nullable LogLimits logLimits;
  ViewMatching viewMatching = ViewMatching.INDEPENDENT;
  Resource resource = Resource.empty();
  IdGenerator idGenerator = IdGenerator.random();
  Clock clock = Clock.system();
  boolean startUpSummaryDeferred;

  HeliographBuilder() {}

  /** Takes these settings instead of the environment's and the system properties'. */
  public HeliographBuilder settings(Settings settings) {
    this.settings = settings;
    return this;
  }

  /** Adds a destination of spans with a queue of its own; the name shows in logs and counts. */
  public HeliographBuilder exporter(String name, Exporter<ReadableSpan> exporter) {
    exporters.put(name, exporter);
    return this;
  }

  /** Adds a destination of log records, like {@link #exporter}. */
  public HeliographBuilder logExporter(String name, Exporter<ReadableLogRecord> exporter) {
    logExporters.put(name, exporter);
    return this;
  }

  /**
   * Adds a destination of metrics, like {@link #exporter}, with the general interval and
   * temporality.
   */
  public HeliographBuilder metricExporter(String name, Exporter<MetricData> exporter) {
    metricExporters.put(name, exporter);
    return this;
  }

  /** Adds a view, after those that were added before. */
  public HeliographBuilder view(View view) {
    views.add(view);
    return this;
  }

  /** Replaces {@link ViewMatching#INDEPENDENT}. */
  public HeliographBuilder viewMatching(ViewMatching viewMatching) {
    this.viewMatching = viewMatching;
    return this;
  }

  /** Adds metrics from elsewhere to every collection. */
  public HeliographBuilder metricProducer(MetricProducer producer) {
    metricProducers.add(producer);
    return this;
  }

  /** Adds a processor, which runs in the order of addition and before the destinations. */
  public HeliographBuilder spanProcessor(SpanProcessor processor) {
    processors.add(processor);
    return this;
  }

  /** Adds a processor of log records, like {@link #spanProcessor}. */
  public HeliographBuilder logRecordProcessor(LogRecordProcessor processor) {
    logProcessors.add(processor);
    return this;
  }

  /** Adds a propagator that the settings can name. */
  public HeliographBuilder propagator(String name, TextMapPropagator propagator) {
    propagators.put(name, propagator);
    return this;
  }

  /**
   * Adds a detector; it is asked if the settings name it. It wins over a built-in one, also one of
   * the same name: a detector {@code service} adds what a framework knows of its build.
   */
  public HeliographBuilder resourceDetector(ResourceDetector detector) {
    detectors.add(detector);
    return this;
  }

  /** Adds to the resource; the values given here win over what is detected or configured. */
  public HeliographBuilder resource(Resource resource) {
    this.resource = this.resource.merge(resource);
    return this;
  }

  /** Replaces the configured limits of spans. */
  public HeliographBuilder limits(SpanLimits limits) {
    this.limits = limits;
    return this;
  }

  /** Replaces the configured limits of log records. */
  public HeliographBuilder logLimits(LogLimits limits) {
    this.logLimits = limits;
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

  /** The types of a framework's beans that {@link #beans} asks for. */
  public static List<Class<?>> beanTypes() {
    return Beans.TYPES;
  }

  /**
   * Takes a framework's beans of {@link #beanTypes}: of samplers and id generators one if it is the
   * only one, of all others all. Customizers come last.
   *
   * @param lookup all beans of a type, in their order
   */
  public HeliographBuilder beans(Function<Class<?>, ? extends Collection<?>> lookup) {
    new Beans(lookup).into(this);
    return this;
  }

  /**
   * Leaves it to the caller to call {@link Heliograph#logStartUp}, once it has found all that there
   * is to instrument.
   */
  public HeliographBuilder deferStartUpSummary() {
    this.startUpSummaryDeferred = true;
    return this;
  }

  /**
   * Starts the engine.
   *
   * @throws io.heliograph.config.ConfigurationException if a setting has a value that cannot be
   *     used
   */
  public Heliograph build() {
    Settings effective =
        settings == null
            ? Settings.load(
                PropertySource.systemProperties(System.getProperties()), System.getenv())
            : settings;
    Heliograph heliograph = new Assembly(this, effective).assemble();
    if (!startUpSummaryDeferred) {
      heliograph.logStartUp();
    }
    return heliograph;
  }
}

package io.heliograph.internal.metrics;

import io.heliograph.pipeline.View;
import io.opentelemetry.api.metrics.BatchCallback;
import io.opentelemetry.api.metrics.DoubleGaugeBuilder;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.LongCounterBuilder;
import io.opentelemetry.api.metrics.LongUpDownCounterBuilder;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.metrics.ObservableMeasurement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The meter of one scope. An instrument that is asked for again is the same one; a name outside the
 * syntax gives an instrument that records nothing. Thread-safe.
 */
final class EngineMeter implements Meter {

  private static final String NOOP_NAME = "invalid";

  private final MeterCore core;
  private final Callbacks callbacks;
  private final List<MetricCollector> collectors;
  private final StreamPlans plans;
  private final StreamFactory factory;
  private final StreamNames names;
  private final Map<String, Recorder> recorders = new HashMap<>();
  private final Map<String, Observer> observers = new HashMap<>();

  EngineMeter(MeterCore core, Callbacks callbacks, List<MetricCollector> collectors) {
    this.core = core;
    this.callbacks = callbacks;
    this.collectors = collectors;
    MetricsConfig config = core.config;
    this.plans = new StreamPlans(config.views(), config.viewMatching(), config.log());
    this.factory = new StreamFactory(config, core.scope);
    this.names = new StreamNames(core.scope, config.log());
  }

  @Override
  public LongCounterBuilder counterBuilder(@Nullable String name) {
    return name == null || !accepts(name)
        ? noop().counterBuilder(NOOP_NAME)
        : new LongCounters(new InstrumentDraft(this, name, true));
  }

  @Override
  public LongUpDownCounterBuilder upDownCounterBuilder(@Nullable String name) {
    return name == null || !accepts(name)
        ? noop().upDownCounterBuilder(NOOP_NAME)
        : new LongUpDownCounters(new InstrumentDraft(this, name, true));
  }

  @Override
  public DoubleHistogramBuilder histogramBuilder(@Nullable String name) {
    return name == null || !accepts(name)
        ? noop().histogramBuilder(NOOP_NAME)
        : new DoubleHistograms(new InstrumentDraft(this, name, false));
  }

  @Override
  public DoubleGaugeBuilder gaugeBuilder(@Nullable String name) {
    return name == null || !accepts(name)
        ? noop().gaugeBuilder(NOOP_NAME)
        : new DoubleGauges(new InstrumentDraft(this, name, false));
  }

  private boolean accepts(String name) {
    boolean valid = InstrumentNames.isValid(name);
    if (!valid) {
      warn(
          "instrument name",
          "'"
              + name.substring(0, Math.min(name.length(), 300))
              + "' is no instrument name, which is "
              + InstrumentNames.SYNTAX
              + "; the instrument records nothing");
    }
    return valid;
  }

  void warn(String cause, String message) {
    core.config.log().warn(cause, () -> "Heliograph: " + message, null);
  }

  /** Observables of other meters, or of no engine, are left out. */
  @Override
  public BatchCallback batchCallback(
      Runnable callback, ObservableMeasurement first, ObservableMeasurement... others) {
    Set<Observer> observed = new HashSet<>();
    List<ObservableMeasurement> all = new ArrayList<>(List.of(others));
    all.add(0, first);
    for (ObservableMeasurement each : all) {
      if (each instanceof Observer observer && observer.belongsTo(core)) {
        observed.add(observer);
      } else {
        warn("batch callback", "a batch callback names an instrument that is not of its meter");
      }
    }
    String name = observed.stream().map(Observer::name).sorted().findFirst().orElse("none");
    return callbacks.register(new RegisteredCallback(name, callback, observed));
  }

  synchronized Recorder recorder(Descriptor instrument) {
    return recorders.computeIfAbsent(instrument.identity(), identity -> newRecorder(instrument));
  }

  private Recorder newRecorder(Descriptor instrument) {
    List<SyncStorage<?>> storages = new ArrayList<>();
    for (View view : plans.of(instrument, core.scope)) {
      String name = streamName(view, instrument);
      for (MetricCollector collector : collectors) {
        SyncStorage<?> storage = factory.synchronous(instrument, view, name, collector.options());
        if (storage != null) {
          storages.add(storage);
          collector.add(storage);
        }
      }
    }
    return new Recorder(core, instrument, storages);
  }

  synchronized Observer observer(Descriptor instrument) {
    return observers.computeIfAbsent(instrument.identity(), identity -> newObserver(instrument));
  }

  private Observer newObserver(Descriptor instrument) {
    List<List<ObservedStorage>> storages = new ArrayList<>();
    collectors.forEach(collector -> storages.add(new ArrayList<>()));
    for (View view : plans.of(instrument, core.scope)) {
      String name = streamName(view, instrument);
      for (int i = 0; i < collectors.size(); i++) {
        MetricCollector collector = collectors.get(i);
        ObservedStorage storage = factory.asynchronous(instrument, view, name, collector.options());
        if (storage != null) {
          storages.get(i).add(storage);
          collector.add(storage);
        }
      }
    }
    return new Observer(core, instrument, callbacks, storages);
  }

  /** A dropped stream claims no name. */
  private String streamName(View view, Descriptor instrument) {
    String name = view.name() == null ? instrument.name() : view.name();
    boolean dropped = view.aggregation() instanceof io.heliograph.pipeline.Aggregation.Drop;
    return dropped ? name : names.claim(name, instrument);
  }

  /** Not a constant: its class brings thirty others, and hardly any program needs them. */
  private static Meter noop() {
    return MeterProvider.noop().get("");
  }
}

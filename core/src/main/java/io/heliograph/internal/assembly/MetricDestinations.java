package io.heliograph.internal.assembly;

import io.heliograph.config.DestinationSettings;
import io.heliograph.config.Settings;
import io.heliograph.config.Signal;
import io.heliograph.export.Exporter;
import io.heliograph.export.MetricData;
import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.internal.metrics.EngineMeterProvider;
import io.heliograph.internal.metrics.PeriodicReader;
import io.heliograph.internal.metrics.ReaderOptions;
import io.heliograph.internal.pipeline.Destination;
import io.heliograph.internal.pipeline.Destinations;
import io.heliograph.internal.selftelemetry.SelfMetrics;
import io.heliograph.pipeline.Clock;
import io.heliograph.pipeline.MetricProducer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The destinations of metrics, by the reader that they share. */
public final class MetricDestinations {

  private final Map<ReaderPlan, List<Destination<MetricData>>> byReader = new LinkedHashMap<>();

  private MetricDestinations() {}

  /** A disabled engine's. */
  public static MetricDestinations none() {
    return new MetricDestinations();
  }

  /**
   * Opens those of the settings, then those over the application's own exporters.
   *
   * @throws io.heliograph.config.ConfigurationException if one cannot work as configured
   */
  public static MetricDestinations open(
      DestinationFactory factory, Settings settings, Map<String, Exporter<MetricData>> exporters) {
    MetricDestinations opened = new MetricDestinations();
    for (DestinationSettings destination : settings.destinations(Signal.METRICS)) {
      opened.add(ReaderPlan.of(destination), factory.open(SignalFormat.METRICS, destination));
    }
    ReaderPlan general = ReaderPlan.general(settings);
    for (Map.Entry<String, Exporter<MetricData>> own : exporters.entrySet()) {
      opened.add(
          general, factory.open(SignalFormat.METRICS, settings, own.getKey(), own.getValue()));
    }
    return opened;
  }

  private void add(ReaderPlan plan, Destination<MetricData> destination) {
    byReader.computeIfAbsent(plan, any -> new ArrayList<>()).add(destination);
  }

  /** What the readers want, in the order in which {@link #start} takes their collectors. */
  public List<ReaderOptions> readers(List<MetricProducer> producers) {
    List<ReaderOptions> readers = new ArrayList<>();
    for (ReaderPlan plan : byReader.keySet()) {
      readers.add(plan.reader(producers));
    }
    return readers;
  }

  /**
   * Starts the readers, whose collectors are the provider's first.
   *
   * @param self null if nobody wants to know how long collections take
   */
  public MetricRecorder start(
      EngineMeterProvider provider, Clock clock, Faults faults, @Nullable SelfMetrics self) {
    List<PeriodicReader> readers = new ArrayList<>();
    for (Map.Entry<ReaderPlan, List<Destination<MetricData>>> entry : byReader.entrySet()) {
      List<Destination<MetricData>> destinations = entry.getValue();
      String name = destinations.get(0).batcher().options().name();
      readers.add(
          new PeriodicReader(
              entry.getKey().periodic(name),
              provider.collectors().get(readers.size()),
              new Destinations<>(destinations),
              clock,
              faults,
              self == null ? nanos -> {} : self.durations().collections(name)));
    }
    return new MetricRecorder(provider, readers, all());
  }

  private Destinations<MetricData> all() {
    List<Destination<MetricData>> all = new ArrayList<>();
    for (List<Destination<MetricData>> destinations : byReader.values()) {
      all.addAll(destinations);
    }
    return new Destinations<>(all);
  }
}

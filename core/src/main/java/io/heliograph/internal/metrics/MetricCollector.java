package io.heliograph.internal.metrics;

import io.heliograph.export.MetricData;
import io.heliograph.pipeline.MetricProducer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Collects everything for one reader: periodic, or when somebody asks. Thread-safe. */
public final class MetricCollector {

  private final int index;
  private final ReaderOptions options;
  private final MetricsConfig config;
  private final Callbacks callbacks;
  private final List<Storage> storages = new CopyOnWriteArrayList<>();

  /** Guarded by the callbacks, like every collection. */
  private List<MetricData> last = new ArrayList<>();

  private MetricCollector(int index, MetricsConfig config, Callbacks callbacks) {
    this.index = index;
    this.options = config.readers().get(index);
    this.config = config;
    this.callbacks = callbacks;
  }

  /** One for each reader. */
  static List<MetricCollector> all(MetricsConfig config, Callbacks callbacks) {
    List<MetricCollector> all = new ArrayList<>();
    for (int i = 0; i < config.readers().size(); i++) {
      all.add(new MetricCollector(i, config, callbacks));
    }
    return List.copyOf(all);
  }

  ReaderOptions options() {
    return options;
  }

  void add(Storage storage) {
    storages.add(storage);
  }

  /**
   * Runs the callbacks and collects all streams that have points.
   *
   * @param reuse whether nobody looks at the objects of this collector's last collection any more,
   *     so that they may be filled again
   */
  public List<MetricData> collect(boolean reuse) {
    synchronized (callbacks) {
      callbacks.collect(index);
      List<MetricData> collected = reuse ? last : new ArrayList<>();
      collected.clear();
      for (Storage storage : storages) {
        addAdmitted(storage.collect(reuse), collected);
      }
      options.producers().forEach(producer -> produce(producer, collected));
      last = collected;
      return collected;
    }
  }

  private void produce(MetricProducer producer, List<MetricData> into) {
    try {
      producer.produce(options.filter()).forEach(metric -> addAdmitted(metric, into));
    } catch (Throwable thrown) {
      config.faults().report("metric producer " + producer.getClass().getName(), thrown);
    }
  }

  /**
   * A filter that throws lets the metric pass: it is the reader's wish, not its duty, to hide it.
   */
  private void addAdmitted(@Nullable MetricData metric, List<MetricData> into) {
    if (metric == null) {
      return;
    }
    try {
      MetricData admitted = MetricSlice.filtered(metric, options.filter());
      if (admitted != null) {
        into.add(admitted);
      }
    } catch (Throwable thrown) {
      config.faults().report("metric filter", thrown);
      into.add(metric);
    }
  }
}

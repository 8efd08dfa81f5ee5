package io.heliograph.config;

import java.time.Duration;
import java.util.List;

/** Settings of the queue and the batches in front of each destination of one signal. */
public record BatchSettings(
    Setting<Duration> scheduleDelay,
    Setting<Duration> exportTimeout,
    Setting<Integer> maxQueueSize,
    Setting<Long> maxQueueBytes,
    Setting<Integer> maxExportBatchSize) {

  /** The most items of a queue: more than fit into most heaps. */
  public static final int MOST_ITEMS = 1 << 24;

  /** The most bytes of a queue, 64 GiB. */
  public static final long MOST_BYTES = 1L << 36;

  private static final SettingType<Integer> COUNT = Types.integer(1, MOST_ITEMS);
  private static final SettingType<Duration> TIME = UnitTypes.duration(Duration.ofMillis(1));
  private static final SettingType<Long> BYTES = UnitTypes.size(1, MOST_BYTES);

  public static final BatchSettings SPANS = named("BSP", "span");
  public static final BatchSettings LOG_RECORDS = named("BLRP", "log record");

  /** Metrics wait for the next collection, and afterwards only while an earlier one is sent. */
  public static final BatchSettings METRICS =
      new BatchSettings(
          Setting.otel("OTEL_METRIC_EXPORT_INTERVAL", TIME)
              .defaultsTo("60s")
              .means("How much time passes from one collection of metrics to the next."),
          Setting.otel("OTEL_METRIC_EXPORT_TIMEOUT", TIME)
              .defaultsTo("30s")
              .means("How long a flush waits at most for one request of metrics."),
          Setting.own("metric.max.queue.size", COUNT)
              .defaultsTo("1048576")
              .means("How many metric points wait at most; more are dropped and counted."),
          Setting.own("metric.max.queue.bytes", BYTES)
              .defaultsTo("64MiB")
              .means("How many bytes of metric points wait at most; more are dropped and counted."),
          Setting.own("metric.max.export.batch.size", COUNT)
              .defaultsTo("1048576")
              .means("How many metric points one request carries at most."));

  /** Those of a signal. */
  public static BatchSettings of(Signal signal) {
    return switch (signal) {
      case TRACES -> SPANS;
      case METRICS -> METRICS;
      case LOGS -> LOG_RECORDS;
    };
  }

  /**
   * @param processor OpenTelemetry's short name of the batch processor
   * @param item what it batches, for people
   */
  private static BatchSettings named(String processor, String item) {
    return new BatchSettings(
        Setting.otel("OTEL_" + processor + "_SCHEDULE_DELAY", TIME)
            .defaultsTo("1s")
            .means(
                "How long a "
                    + item
                    + " waits at most before its batch is sent; up to thirty times that while an"
                    + " application starts, three times just after it."),
        Setting.otel("OTEL_" + processor + "_EXPORT_TIMEOUT", TIME)
            .defaultsTo("30s")
            .means("How long a flush waits at most for a batch of " + item + "s."),
        Setting.otel("OTEL_" + processor + "_MAX_QUEUE_SIZE", COUNT)
            .defaultsTo("65536")
            .means("How many " + item + "s wait at most; more are dropped and counted."),
        Setting.own(Names.dottedForm(processor) + ".max.queue.bytes", BYTES)
            .defaultsTo("64MiB")
            .means("How many bytes of " + item + "s wait at most; more are dropped and counted."),
        Setting.otel("OTEL_" + processor + "_MAX_EXPORT_BATCH_SIZE", COUNT)
            .defaultsTo("2048")
            .means(
                "How many "
                    + item
                    + "s one request carries at most; fewer if they take more than 4 MiB."));
  }

  List<Setting<?>> all() {
    return List.of(scheduleDelay, exportTimeout, maxQueueSize, maxQueueBytes, maxExportBatchSize);
  }
}

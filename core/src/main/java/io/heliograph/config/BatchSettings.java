package io.heliograph.config;

import java.time.Duration;
import java.util.List;

/** Settings of the queue and the batches in front of each destination. */
public final class BatchSettings {

  public static final Setting<Duration> SCHEDULE_DELAY =
      Setting.otel("OTEL_BSP_SCHEDULE_DELAY", UnitTypes.duration(Duration.ofMillis(1)))
          .defaultsTo("1s")
          .means("How long a span waits at most before its batch is sent.");

  public static final Setting<Duration> EXPORT_TIMEOUT =
      Setting.otel("OTEL_BSP_EXPORT_TIMEOUT", UnitTypes.duration(Duration.ofMillis(1)))
          .defaultsTo("30s")
          .means("How long a flush waits at most for a batch to be delivered.");

  public static final Setting<Integer> MAX_QUEUE_SIZE =
      Setting.otel("OTEL_BSP_MAX_QUEUE_SIZE", Types.integer(1, 1 << 30))
          .defaultsTo("65536")
          .means("How many spans wait at most; more are dropped and counted.");

  public static final Setting<Long> MAX_QUEUE_BYTES =
      Setting.own("bsp.max.queue.bytes", UnitTypes.size(1, 1L << 40))
          .defaultsTo("64MiB")
          .means("How many bytes of spans wait at most; more are dropped and counted.");

  public static final Setting<Integer> MAX_EXPORT_BATCH_SIZE =
      Setting.otel("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", Types.integer(1, 1 << 30))
          .defaultsTo("512")
          .means("How many spans one request carries at most.");

  static final List<Setting<?>> ALL =
      List.of(
          SCHEDULE_DELAY, EXPORT_TIMEOUT, MAX_QUEUE_SIZE, MAX_QUEUE_BYTES, MAX_EXPORT_BATCH_SIZE);

  private BatchSettings() {}
}

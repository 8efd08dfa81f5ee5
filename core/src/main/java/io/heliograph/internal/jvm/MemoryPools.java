package io.heliograph.internal.jvm;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;

/** {@code jvm.memory.*}, for each pool. */
public final class MemoryPools {

  private static final AttributeKey<String> POOL = AttributeKey.stringKey("jvm.memory.pool.name");
  private static final AttributeKey<String> TYPE = AttributeKey.stringKey("jvm.memory.type");
  private static final String UNIT = "By";

  private final ObservableLongMeasurement used;
  private final ObservableLongMeasurement committed;
  private final ObservableLongMeasurement limit;
  private final ObservableLongMeasurement usedAfterLastGc;

  private MemoryPools(JvmInstruments instruments) {
    used = instruments.upDownCounter("jvm.memory.used", UNIT, "Measure of memory used.");
    committed =
        instruments.upDownCounter("jvm.memory.committed", UNIT, "Measure of memory committed.");
    limit =
        instruments.upDownCounter("jvm.memory.limit", UNIT, "Measure of max obtainable memory.");
    usedAfterLastGc =
        instruments.upDownCounter(
            "jvm.memory.used_after_last_gc",
            UNIT,
            "Measure of memory used, as measured after the most recent garbage collection event on"
                + " this pool.");
  }

  public static void register(JvmInstruments instruments) {
    MemoryPools pools = new MemoryPools(instruments);
    instruments.observe(
        () -> ManagementFactory.getMemoryPoolMXBeans().forEach(pools::observe),
        pools.used,
        pools.committed,
        pools.limit,
        pools.usedAfterLastGc);
  }

  /** The one that is not stable yet. */
  public static void registerInit(JvmInstruments instruments) {
    ObservableLongMeasurement init =
        instruments.upDownCounter("jvm.memory.init", UNIT, "Measure of initial memory requested.");
    instruments.observe(
        () ->
            ManagementFactory.getMemoryPoolMXBeans()
                .forEach(pool -> record(init, pool.getUsage().getInit(), attributes(pool))),
        init);
  }

  private void observe(MemoryPoolMXBean pool) {
    Attributes attributes = attributes(pool);
    MemoryUsage usage = pool.getUsage();
    used.record(usage.getUsed(), attributes);
    committed.record(usage.getCommitted(), attributes);
    record(limit, usage.getMax(), attributes);
    MemoryUsage afterGc = pool.getCollectionUsage();
    if (afterGc != null) {
      usedAfterLastGc.record(afterGc.getUsed(), attributes);
    }
  }

  private static Attributes attributes(MemoryPoolMXBean pool) {
    String type = pool.getType() == MemoryType.HEAP ? "heap" : "non_heap";
    return Attributes.of(POOL, pool.getName(), TYPE, type);
  }

  /** -1 means that there is none. */
  private static void record(
      ObservableLongMeasurement instrument, long bytes, Attributes attributes) {
    if (bytes >= 0) {
      instrument.record(bytes, attributes);
    }
  }
}

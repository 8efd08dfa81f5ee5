package io.heliograph.internal.jvm;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;

/** {@code jvm.buffer.*}, for each pool; not stable yet. */
public final class BufferPools {

  private static final AttributeKey<String> POOL = AttributeKey.stringKey("jvm.buffer.pool.name");

  private BufferPools() {}

  public static void register(JvmInstruments instruments) {
    ObservableLongMeasurement used =
        instruments.upDownCounter(
            "jvm.buffer.memory.used", "By", "Measure of memory used by buffers.");
    ObservableLongMeasurement limit =
        instruments.upDownCounter(
            "jvm.buffer.memory.limit", "By", "Measure of total memory capacity of buffers.");
    ObservableLongMeasurement count =
        instruments.upDownCounter("jvm.buffer.count", "{buffer}", "Number of buffers in the pool.");
    instruments.observe(
        () -> {
          for (var pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
            Attributes attributes = Attributes.of(POOL, pool.getName());
            used.record(pool.getMemoryUsed(), attributes);
            limit.record(pool.getTotalCapacity(), attributes);
            count.record(pool.getCount(), attributes);
          }
        },
        used,
        limit,
        count);
  }
}

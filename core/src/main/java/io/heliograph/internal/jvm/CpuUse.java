package io.heliograph.internal.jvm;

import com.sun.management.OperatingSystemMXBean;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/** {@code jvm.cpu.*} and {@code jvm.system.cpu.*}. */
public final class CpuUse {

  private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  private CpuUse() {}

  /** Needs no module but the base. */
  public static void registerCount(JvmInstruments instruments) {
    ObservableLongMeasurement count =
        instruments.upDownCounter(
            "jvm.cpu.count",
            "{cpu}",
            "Number of processors available to the Java virtual machine.");
    instruments.observe(() -> count.record(Runtime.getRuntime().availableProcessors()), count);
  }

  public static void register(JvmInstruments instruments) {
    ObservableDoubleMeasurement time =
        instruments
            .meter()
            .counterBuilder("jvm.cpu.time")
            .ofDoubles()
            .setUnit("s")
            .setDescription("CPU time used by the process as reported by the JVM.")
            .buildObserver();
    ObservableDoubleMeasurement utilization =
        instruments.gauge(
            "jvm.cpu.recent_utilization",
            "1",
            "Recent CPU utilization for the process as reported by the JVM.");
    instruments.observe(
        () -> {
          OperatingSystemMXBean system = system();
          record(time, system.getProcessCpuTime() / NANOS_PER_SECOND);
          record(utilization, system.getProcessCpuLoad());
        },
        time,
        utilization);
  }

  /** Those of the whole machine, which are not stable yet. */
  public static void registerSystem(JvmInstruments instruments) {
    ObservableDoubleMeasurement utilization =
        instruments.gauge(
            "jvm.system.cpu.utilization",
            "1",
            "Recent CPU utilization for the whole system as reported by the JVM.");
    ObservableDoubleMeasurement load =
        instruments.gauge(
            "jvm.system.cpu.load_1m",
            "{run_queue_item}",
            "Average CPU load of the whole system for the last minute as reported by the JVM.");
    instruments.observe(
        () -> {
          OperatingSystemMXBean system = system();
          record(utilization, system.getCpuLoad());
          record(load, system.getSystemLoadAverage());
        },
        utilization,
        load);
  }

  private static OperatingSystemMXBean system() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  }

  /** Below zero means that the system does not tell. */
  private static void record(ObservableDoubleMeasurement instrument, double value) {
    if (value >= 0) {
      instrument.record(value);
    }
  }
}

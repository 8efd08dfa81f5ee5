package io.heliograph.internal.jvm;

import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;

/** {@code jvm.class.*}. */
public final class ClassCounts {

  private static final String UNIT = "{class}";

  private ClassCounts() {}

  public static void register(JvmInstruments instruments) {
    ObservableLongMeasurement loaded =
        instruments.counter("jvm.class.loaded", UNIT, "Number of classes loaded since JVM start.");
    ObservableLongMeasurement unloaded =
        instruments.counter(
            "jvm.class.unloaded", UNIT, "Number of classes unloaded since JVM start.");
    ObservableLongMeasurement count =
        instruments.upDownCounter("jvm.class.count", UNIT, "Number of classes currently loaded.");
    instruments.observe(
        () -> {
          ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
          loaded.record(classes.getTotalLoadedClassCount());
          unloaded.record(classes.getUnloadedClassCount());
          count.record(classes.getLoadedClassCount());
        },
        loaded,
        unloaded,
        count);
  }
}

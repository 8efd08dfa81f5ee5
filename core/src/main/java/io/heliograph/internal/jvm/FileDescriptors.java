package io.heliograph.internal.jvm;

import com.sun.management.UnixOperatingSystemMXBean;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.lang.management.ManagementFactory;

/** {@code jvm.file_descriptor.*}, where the system has them; not stable yet. */
public final class FileDescriptors {

  private static final String UNIT = "{file_descriptor}";

  private FileDescriptors() {}

  public static void register(JvmInstruments instruments) {
    ObservableLongMeasurement count =
        instruments.upDownCounter(
            "jvm.file_descriptor.count",
            UNIT,
            "Number of open file descriptors as reported by the JVM.");
    ObservableLongMeasurement limit =
        instruments.upDownCounter(
            "jvm.file_descriptor.limit",
            UNIT,
            "Measure of max open file descriptors as reported by the JVM.");
    instruments.observe(
        () -> {
          if (ManagementFactory.getOperatingSystemMXBean()
              instanceof UnixOperatingSystemMXBean os) {
            count.record(os.getOpenFileDescriptorCount());
            limit.record(os.getMaxFileDescriptorCount());
          }
        },
        count,
        limit);
  }
}

package io.heliograph.instrumentation;

import io.heliograph.config.EngineSettings;
import io.heliograph.config.JvmSettings;
import io.heliograph.config.OwnedKind;
import io.heliograph.config.Owner;
import io.heliograph.config.Settings;
import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.internal.jvm.BufferPools;
import io.heliograph.internal.jvm.ClassCounts;
import io.heliograph.internal.jvm.CpuUse;
import io.heliograph.internal.jvm.FileDescriptors;
import io.heliograph.internal.jvm.FlightRecording;
import io.heliograph.internal.jvm.GarbageCollections;
import io.heliograph.internal.jvm.JvmInstruments;
import io.heliograph.internal.jvm.MemoryPools;
import io.heliograph.internal.jvm.ThreadCounts;
import io.opentelemetry.api.OpenTelemetry;
import java.lang.System.Logger.Level;

/**
 * Metrics of the Java virtual machine that it runs in, until it is closed.
 *
 * <p>What a runtime lacks the modules for is left out, and one line at INFO says so. JMX is first
 * touched by the first collection, on its thread. Registered twice, collections count twice.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/runtime/jvm-metrics/">Semantic
 *     conventions for JVM metrics</a>
 */
public final class JvmMetrics implements AutoCloseable {

  private static final System.Logger LOGGER = System.getLogger("io.heliograph.instrumentation");
  private static final String JMX = "java.management";
  private static final String JDK_JMX = "jdk.management";
  private static final String FLIGHT_RECORDER = "jdk.jfr";

  private final JvmInstruments instruments;
  private final Faults faults;

  private JvmMetrics(OpenTelemetry openTelemetry) {
    this.faults = Instrumentation.faults();
    this.instruments =
        new JvmInstruments(Instrumentation.meter(openTelemetry, "io.heliograph.jvm"), faults);
  }

  /**
   * Registers what the settings ask for; nothing if telemetry is off. Never throws.
   *
   * @return ends it; closing twice does no harm
   */
  public static JvmMetrics register(OpenTelemetry openTelemetry, Settings settings) {
    JvmMetrics metrics = new JvmMetrics(openTelemetry);
    if (!settings.get(EngineSettings.SDK_DISABLED)
        && OwnedKind.JVM.isOwnedBy(Owner.HELIOGRAPH, settings)) {
      metrics.registerAll(settings);
    }
    return metrics;
  }

  private void registerAll(Settings settings) {
    boolean experimental = settings.get(JvmSettings.EXPERIMENTAL);
    CpuUse.registerCount(instruments);
    register(JMX, "memory, thread and class metrics", this::registerJmx);
    register(JDK_JMX, "CPU and collection metrics", () -> registerJdkJmx(experimental));
    if (experimental) {
      register(JMX, "buffer metrics", this::registerExperimentalJmx);
      register(JDK_JMX, "file descriptor metrics", this::registerExperimentalJdkJmx);
    }
    if (settings.get(JvmSettings.FLIGHT_RECORDER)) {
      register(FLIGHT_RECORDER, "flight recorder metrics", this::registerFlightRecording);
    }
  }

  private void registerJmx() {
    MemoryPools.register(instruments);
    ThreadCounts.register(instruments);
    ClassCounts.register(instruments);
  }

  private void registerJdkJmx(boolean experimental) {
    GarbageCollections.register(instruments, experimental);
    CpuUse.register(instruments);
  }

  private void registerExperimentalJmx() {
    MemoryPools.registerInit(instruments);
    BufferPools.register(instruments);
  }

  private void registerExperimentalJdkJmx() {
    CpuUse.registerSystem(instruments);
    FileDescriptors.register(instruments);
  }

  private void registerFlightRecording() {
    FlightRecording.register(instruments);
  }

  /** A runtime made by jlink has the modules that its maker chose. */
  private void register(String module, String what, Runnable registration) {
    if (ModuleLayer.boot().findModule(module).isEmpty()) {
      LOGGER.log(Level.INFO, "Heliograph: no {0}, because this runtime has no {1}", what, module);
      return;
    }
    try {
      registration.run();
    } catch (Throwable thrown) {
      faults.report(what, thrown);
    }
  }

  /** Ends all of it, listeners and recordings included. */
  @Override
  public void close() {
    instruments.close();
  }
}

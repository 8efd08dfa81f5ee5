package io.heliograph.config;

import java.util.List;

/** Settings of the metrics of the Java virtual machine. */
public final class JvmSettings {

  public static final Setting<Boolean> ENABLED =
      Setting.own("jvm.enabled", Types.bool())
          .defaultsTo("true")
          .means("Whether memory, collections, threads, classes and CPU of the JVM are metrics.");

  public static final Setting<Boolean> EXPERIMENTAL =
      Setting.own("jvm.experimental", Types.bool())
          .defaultsTo("false")
          .means(
              "Whether the JVM's metrics and attributes that the conventions have not made stable"
                  + " yet are recorded as well, such as `jvm.buffer.memory.used`.");

  public static final Setting<Boolean> FLIGHT_RECORDER =
      Setting.own("jvm.flight-recorder", Types.bool())
          .defaultsTo("false")
          .means(
              "Whether a flight recording feeds metrics of allocation, lock contention, context"
                  + " switches and network traffic; it costs CPU all the time, most at the start.");

  static final List<Setting<?>> ALL = List.of(ENABLED, EXPERIMENTAL, FLIGHT_RECORDER);

  private JvmSettings() {}
}

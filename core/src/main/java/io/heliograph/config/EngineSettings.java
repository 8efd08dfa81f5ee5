package io.heliograph.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Settings of the engine as a whole. */
public final class EngineSettings {

  public static final Setting<Boolean> SDK_DISABLED =
      Setting.otel("OTEL_SDK_DISABLED", Types.bool())
          .defaultsTo("false")
          .means("Switches all telemetry off; context is still propagated.");

  public static final Setting<String> LOG_LEVEL =
      Setting.otel("OTEL_LOG_LEVEL", Types.choice("off", "error", "warn", "info", "debug", "trace"))
          .defaultsTo("info")
          .means("The least severe message that the engine logs about itself.");

  public static final Setting<List<String>> PROPAGATORS =
      Setting.otel("OTEL_PROPAGATORS", CollectionTypes.listOf(Types.string()))
          .defaultsTo("tracecontext,baggage")
          .means("The header formats that carry context between processes, or none.");

  public static final Setting<Duration> SHUTDOWN_TIMEOUT =
      Setting.own("shutdown.timeout", UnitTypes.duration(Duration.ZERO))
          .defaultsTo("3s")
          .means("How long shutdown waits, over all signals and destinations, for delivery.");

  public static final Setting<Path> CONFIG_FILE =
      Setting.otel("OTEL_CONFIG_FILE", Types.path())
          .means(
              "An OpenTelemetry declarative configuration, read instead of the OTEL_ variables.");

  public static final Setting<Boolean> TEST_ENABLED =
      Setting.own("test.enabled", Types.bool())
          .defaultsTo("false")
          .means("Whether telemetry is on in applications that a framework's test support starts.");

  static final List<Setting<?>> ALL =
      List.of(SDK_DISABLED, LOG_LEVEL, PROPAGATORS, SHUTDOWN_TIMEOUT, CONFIG_FILE, TEST_ENABLED);

  private EngineSettings() {}
}

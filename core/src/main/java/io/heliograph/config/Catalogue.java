package io.heliograph.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Every setting there is, grouped: the source of the reference page and of each framework's IDE
 * metadata.
 */
public final class Catalogue {
  private static final List<Group> GROUPS =
      List.of(
          new Group("Engine", EngineSettings.ALL),
          new Group("Resource", ResourceSettings.ALL),
          new Group("Traces", TraceSettings.ALL),
          new Group("Metrics", MetricSettings.ALL),
          new Group("Limits", LimitSettings.ALL),
          new Group("Queue and batches: spans", BatchSettings.SPANS.all()),
          new Group("Interval and batches: metrics", BatchSettings.METRICS.all()),
          new Group("Queue and batches: log records", BatchSettings.LOG_RECORDS.all()),
          new Group("Exporters", ExportSettings.ALL),
          new Group("OTLP", OtlpSettings.ALL),
          new Group("OTLP: TLS", OtlpTlsSettings.ALL),
          new Group("OTLP: traces only", OtlpSignalSettings.TRACES.all()),
          new Group("OTLP: metrics only", OtlpSignalSettings.METRICS.all()),
          new Group("OTLP: logs only", OtlpSignalSettings.LOGS.all()),
          new Group("Instrumentation", InstrumentationSettings.ALL),
          new Group("JVM metrics", JvmSettings.ALL),
          new Group("Logback", LogbackSettings.ALL));

  private static final List<Setting<?>> ALL = settings();

  private Catalogue() {}

  private static List<Setting<?>> settings() {
    List<Setting<?>> all = new ArrayList<>();
    for (Group group : GROUPS) {
      all.addAll(group.settings());
    }
    return List.copyOf(all);
  }

  /** Settings that are explained together. */
  public record Group(String title, List<Setting<?>> settings) {}

  /** All groups in reading order. */
  public static List<Group> groups() {
    return GROUPS;
  }

  /** All settings in reading order. */
  public static List<Setting<?>> all() {
    return ALL;
  }
}

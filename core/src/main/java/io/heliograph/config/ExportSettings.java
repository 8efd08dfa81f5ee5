package io.heliograph.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Settings of where each signal goes, and of the exporters beside OTLP. */
public final class ExportSettings {
  static final String NONE = "none";

  /** The value of {@link #METRICS_EXPORTER} that lets metrics be scraped. */
  public static final String PROMETHEUS = "prometheus";

  public static final Setting<List<String>> TRACES_EXPORTER =
      Setting.otel(
              "OTEL_TRACES_EXPORTER",
              CollectionTypes.listOf(Types.choice("otlp", "console", "file", "zipkin", NONE)))
          .defaultsTo("otlp")
          .means("The exporters of traces, or none; named destinations come on top.");

  public static final Setting<List<String>> METRICS_EXPORTER =
      Setting.otel(
              "OTEL_METRICS_EXPORTER",
              CollectionTypes.listOf(Types.choice("otlp", "console", "file", PROMETHEUS, NONE)))
          .defaultsTo("otlp")
          .means(
              "The exporters of metrics, or none; named destinations come on top. With `prometheus`"
                  + " the framework's management endpoint can be scraped.");

  public static final Setting<Boolean> PROMETHEUS_SCOPE_LABELS =
      Setting.own("exporter.prometheus.scope-labels", Types.bool())
          .defaultsTo("true")
          .means("Whether scraped samples say which library they come from (`otel_scope_name`).");

  public static final Setting<List<String>> LOGS_EXPORTER =
      Setting.otel(
              "OTEL_LOGS_EXPORTER",
              CollectionTypes.listOf(Types.choice("otlp", "console", "file", NONE)))
          .defaultsTo("otlp")
          .means("The exporters of log records, or none; named destinations come on top.");

  public static final Setting<Path> FILE_PATH =
      Setting.own("exporter.file.path", Types.path())
          .means(
              "The file that the file exporter appends OTLP JSON lines to; a further signal goes"
                  + " to one beside it, with the signal's name before the extension.");

  public static final Setting<Long> FILE_MAX_SIZE =
      Setting.own("exporter.file.max-size", UnitTypes.size(1024, 1L << 40))
          .defaultsTo("64MiB")
          .means("The size at which the file exporter starts a new file.");

  public static final Setting<Integer> FILE_MAX_FILES =
      Setting.own("exporter.file.max-files", Types.integer(1, 10_000))
          .defaultsTo("5")
          .means("How many files the file exporter keeps, the current one included.");

  public static final Setting<URI> ZIPKIN_ENDPOINT =
      Setting.otel("OTEL_EXPORTER_ZIPKIN_ENDPOINT", EndpointType.endpoint())
          .means(
              "The URL that the Zipkin exporter posts to, such as http://zipkin:9411/api/v2/spans.");

  public static final Setting<Duration> ZIPKIN_TIMEOUT =
      Setting.otel("OTEL_EXPORTER_ZIPKIN_TIMEOUT", UnitTypes.duration(Duration.ofMillis(1)))
          .defaultsTo("10s")
          .means("How long one request to Zipkin may take.");

  static final List<Setting<?>> ALL =
      List.of(
          TRACES_EXPORTER,
          METRICS_EXPORTER,
          LOGS_EXPORTER,
          FILE_PATH,
          FILE_MAX_SIZE,
          FILE_MAX_FILES,
          PROMETHEUS_SCOPE_LABELS,
          ZIPKIN_ENDPOINT,
          ZIPKIN_TIMEOUT);

  private ExportSettings() {}

  static Setting<List<String>> exporter(Signal signal) {
    return switch (signal) {
      case TRACES -> TRACES_EXPORTER;
      case METRICS -> METRICS_EXPORTER;
      case LOGS -> LOGS_EXPORTER;
    };
  }
}

package io.heliograph.config;

import io.heliograph.config.DeclarativeDocument.Handler;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Translates one batch processor, or one periodic reader, with its exporter into one named
 * destination.
 */
final class DeclarativeProcessor {
  private static final Set<String> HEADER = Set.of("name", "value");

  private final DeclarativeDocument document;
  private final Signal signal;
  private final BatchSettings batch;
  private final String name;
  private final String prefix;

  /**
   * @param name of the destination
   */
  DeclarativeProcessor(DeclarativeDocument document, Signal signal, String name) {
    this.document = document;
    this.signal = signal;
    this.batch = BatchSettings.of(signal);
    this.name = name;
    this.prefix = DestinationKeys.PREFIX + name + ".";
  }

  void translate(YamlNode node, String path) {
    document.put(prefix + "signals", signal.toString(), node);
    document.walk(node, path, signal == Signal.METRICS ? reader() : processor());
  }

  private Map<String, Handler> reader() {
    return Map.of(
        "periodic.interval", to(batch.scheduleDelay()),
        "periodic.timeout", to(batch.exportTimeout()),
        "periodic.max_export_batch_size", to(batch.maxExportBatchSize()),
        "periodic.exporter", this::exporter,
        "periodic.cardinality_limits.default", to(MetricSettings.CARDINALITY_LIMIT));
  }

  private Map<String, Handler> processor() {
    Map<String, Handler> table = new LinkedHashMap<>();
    table.put("batch.schedule_delay", to(batch.scheduleDelay()));
    table.put("batch.export_timeout", to(batch.exportTimeout()));
    table.put("batch.max_queue_size", to(batch.maxQueueSize()));
    table.put("batch.max_export_batch_size", to(batch.maxExportBatchSize()));
    table.put("batch.exporter", this::exporter);
    table.put("simple.exporter", this::simple);
    return table;
  }

  /** The closest that an engine which never blocks comes to exporting each item at once. */
  private void simple(YamlNode node, String path) {
    document.put(DestinationKeys.of(name, batch.scheduleDelay()).key(), "1ms", node);
    exporter(node, path);
  }

  private void exporter(YamlNode node, String path) {
    document.walk(
        node,
        path,
        Map.of(
            "otlp_http", (child, at) -> otlp(child, at, "http/protobuf"),
            "otlp_grpc", (child, at) -> otlp(child, at, "grpc"),
            "otlp_file/development", this::file,
            "console", (child, at) -> type("console", child)));
  }

  private void otlp(YamlNode node, String path, String protocol) {
    type("otlp", node);
    document.put(prefix + "protocol", protocol, node);
    Map<String, Handler> table = new LinkedHashMap<>();
    table.put("endpoint", to(signal + ".endpoint"));
    table.put("tls.ca_file", to("certificate"));
    table.put("tls.key_file", to("client.key"));
    table.put("tls.cert_file", to("client.certificate"));
    table.put("headers", this::headers);
    table.put("headers_list", to("headers"));
    table.put("compression", to("compression"));
    table.put("timeout", to("timeout"));
    if (protocol.equals("grpc")) {
      table.put("tls.insecure", to("insecure"));
    } else {
      table.put("encoding", this::encoding);
    }
    if (signal == Signal.METRICS) {
      table.put("temporality_preference", this::temporality);
      table.put("default_histogram_aggregation", to(MetricSettings.DEFAULT_HISTOGRAM_AGGREGATION));
    }
    document.walk(node, path, table);
  }

  /** The schema has an underscore where the environment variable has none. */
  private void temporality(YamlNode node, String path) {
    String key = DestinationKeys.of(name, MetricSettings.TEMPORALITY_PREFERENCE).key();
    document.put(key, document.text(node, path).replace("_", ""), node);
  }

  private void headers(YamlNode node, String path) {
    document.nameAndValue(node, path, prefix + "headers", HEADER);
  }

  private void encoding(YamlNode node, String path) {
    String encoding = document.text(node, path);
    document.put(prefix + "protocol", encoding.isEmpty() ? "" : "http/" + encoding, node);
  }

  private void file(YamlNode node, String path) {
    type("file", node);
    document.walk(node, path, Map.of("output_stream", this::outputStream));
  }

  private void outputStream(YamlNode node, String path) {
    String stream = document.text(node, path);
    if (stream.startsWith("file:///")) {
      document.put(prefix + "file.path", Path.of(URI.create(stream)).toString(), node);
    } else {
      document.reject(node, path, "a URL that starts with file:///");
    }
  }

  private void type(String type, YamlNode node) {
    document.put(prefix + "type", type, node);
  }

  private Handler to(Setting<?> general) {
    return document.to(DestinationKeys.of(name, general).key());
  }

  private Handler to(String suffix) {
    return document.to(prefix + suffix);
  }
}

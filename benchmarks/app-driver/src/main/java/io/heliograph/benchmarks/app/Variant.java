package io.heliograph.benchmarks.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A telemetry that the shop runs with. Each is set to send in the same way, at the same pace. */
enum Variant {
  NONE("no telemetry", "none") {
    @Override
    List<String> settings(String endpoint, Options options) {
      return List.of();
    }
  },
  HELIOGRAPH("Heliograph", "heliograph") {
    @Override
    List<String> settings(String endpoint, Options options) {
      return List.of(
          "heliograph.exporter.otlp.endpoint=" + endpoint,
          "heliograph.exporter.otlp.compression=" + options.compression(),
          "heliograph.metric.export.interval=" + METRIC_INTERVAL_SECONDS + "s");
    }
  },
  OFFICIAL("opentelemetry-spring-boot-starter", "official") {
    @Override
    List<String> settings(String endpoint, Options options) {
      return otelSettings(endpoint, options);
    }
  },
  BOOT("spring-boot-starter-opentelemetry", "boot") {
    @Override
    List<String> settings(String endpoint, Options options) {
      return List.of(
          "management.tracing.sampling.probability=1.0",
          "management.opentelemetry.tracing.export.otlp.endpoint=" + endpoint + "/v1/traces",
          "management.opentelemetry.tracing.export.otlp.compression=" + options.compression(),
          "management.opentelemetry.tracing.export.schedule-delay=" + BATCH_DELAY_MILLIS + "ms",
          "management.opentelemetry.logging.export.otlp.endpoint=" + endpoint + "/v1/logs",
          "management.opentelemetry.logging.export.otlp.compression=" + options.compression(),
          "management.otlp.metrics.export.url=" + endpoint + "/v1/metrics",
          "management.otlp.metrics.export.compression-mode="
              + micrometerMode(options.compression()),
          "management.otlp.metrics.export.step=" + METRIC_INTERVAL_SECONDS + "s");
    }
  },
  AGENT("opentelemetry-javaagent", "none") {
    @Override
    List<String> settings(String endpoint, Options options) {
      List<String> settings = new ArrayList<>(otelSettings(endpoint, options));
      settings.add("otel.service.name=shop");
      return settings;
    }

    @Override
    List<Path> agents(Path shops) {
      return List.of(shops.resolve("none/target/opentelemetry-javaagent.jar"));
    }
  };

  private static final int METRIC_INTERVAL_SECONDS = 10;

  /** Heliograph's default; with the SDK's own 5 s the last batch would miss the measurement. */
  private static final int BATCH_DELAY_MILLIS = 1000;

  /**
   * What makes the official telemetries record what Heliograph records by default: costs compare
   * only for the same spans, metrics and logs. Each was seen to work in both. {@code
   * http.server.active_requests} is left out: in the agent, its {@code emit-experimental-telemetry}
   * records the sizes of bodies, too, which Heliograph does not.
   */
  private static final List<String> SAME_RECORDS =
      List.of(
          // Stable names and attributes of queries, and db.client.operation.duration.
          "otel.semconv-stability.opt-in=database",
          // log.body.template and log.body.parameters.
          "otel.instrumentation.logback-appender.experimental.capture-template=true",
          "otel.instrumentation.logback-appender.experimental.capture-arguments=true",
          // The otel.sdk.* metrics, in place of the fewer that were before them.
          "otel.experimental.sdk.telemetry.version=latest",
          // The agent's thread.id and thread.name, which no other puts on each span.
          "otel.javaagent.add-thread-details=false");

  private final String title;
  private final String module;

  Variant(String title, String module) {
    this.title = title;
    this.module = module;
  }

  String title() {
    return title;
  }

  /** What it is called on the command line. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  Path jar(Path shops) {
    return shops.resolve(module).resolve("target/shop.jar");
  }

  List<Path> agents(Path shops) {
    return List.of();
  }

  /** System properties, each as {@code key=value}. */
  abstract List<String> settings(String endpoint, Options options);

  private static List<String> otelSettings(String endpoint, Options options) {
    List<String> settings = new ArrayList<>();
    if (options.peers() == Peers.SAME_RECORDS) {
      settings.addAll(SAME_RECORDS);
    }
    Collections.addAll(
        settings,
        "otel.exporter.otlp.endpoint=" + endpoint,
        "otel.exporter.otlp.compression=" + options.compression(),
        "otel.bsp.schedule.delay=" + BATCH_DELAY_MILLIS,
        "otel.blrp.schedule.delay=" + BATCH_DELAY_MILLIS,
        "otel.metric.export.interval=" + METRIC_INTERVAL_SECONDS * 1000);
    return settings;
  }

  private static String micrometerMode(String compression) {
    return compression.equals("gzip") ? "on" : "none";
  }
}

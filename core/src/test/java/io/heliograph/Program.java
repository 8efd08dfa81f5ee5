package io.heliograph;

import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import io.heliograph.export.Exporter;
import io.heliograph.export.InMemoryExporter;
import io.heliograph.export.ReadableSpan;
import io.opentelemetry.api.trace.SpanBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A program that is configured by environment variables alone, seen from outside. */
final class Program implements AutoCloseable {

  static final Duration FOREVER = Duration.ofSeconds(20);

  final InMemoryExporter<ReadableSpan> exporter;
  final Heliograph heliograph;

  private Program(InMemoryExporter<ReadableSpan> exporter, HeliographBuilder builder) {
    this.exporter = exporter;
    this.heliograph = builder.build();
  }

  /** Keeps its spans in memory beside what the variables say; names and values by turns. */
  static Program start(String... variables) {
    InMemoryExporter<ReadableSpan> exporter = new InMemoryExporter<>();
    return new Program(exporter, builder(variables).exporter("memory", exporter));
  }

  /** Exports through this exporter beside what the variables say. */
  static Program exportingTo(Exporter<ReadableSpan> exporter, String... variables) {
    return new Program(new InMemoryExporter<>(), builder(variables).exporter("test", exporter));
  }

  /** Exports only as the variables say. */
  static Program alone(String... variables) {
    return new Program(new InMemoryExporter<>(), builder(variables));
  }

  static HeliographBuilder builder(String... variables) {
    return Heliograph.builder().settings(settings(variables));
  }

  private static Settings settings(String... variables) {
    Map<String, String> environment = new HashMap<>();
    environment.put("HELIOGRAPH_SELF_METRICS_ENABLED", "false");
    for (int i = 0; i < variables.length; i += 2) {
      environment.put(variables[i], variables[i + 1]);
    }
    return Settings.load(PropertySource.empty(), environment);
  }

  SpanBuilder span(String name) {
    return heliograph.openTelemetry().getTracer("test").spanBuilder(name);
  }

  /** Records one span of this name. */
  void work(String name) {
    span(name).startSpan().end();
  }

  /** Everything in memory, after a flush that must succeed. */
  List<ReadableSpan> spans() {
    if (!heliograph.flush(FOREVER)) {
      throw new AssertionError("flush did not deliver: " + heliograph.destinations());
    }
    return exporter.items();
  }

  ReadableSpan onlySpan() {
    List<ReadableSpan> spans = spans();
    if (spans.size() != 1) {
      throw new AssertionError("expected one span, got " + spans);
    }
    return spans.get(0);
  }

  @Override
  public void close() {
    heliograph.close();
  }
}

package io.heliograph.internal.trace;

import io.heliograph.FakeClock;
import io.heliograph.Heliograph;
import io.heliograph.HeliographBuilder;
import io.heliograph.export.InMemoryExporter;
import io.heliograph.export.ReadableSpan;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** An engine whose spans a test can look at. */
final class Engine implements AutoCloseable {

  final FakeClock clock = new FakeClock();
  final InMemoryExporter<ReadableSpan> exporter = new InMemoryExporter<>();
  final Heliograph heliograph;
  final Tracer tracer;

  Engine() {
    this(builder -> builder);
  }

  Engine(UnaryOperator<HeliographBuilder> configure) {
    heliograph =
        configure.apply(Heliograph.builder().clock(clock).exporter("memory", exporter)).build();
    tracer = heliograph.openTelemetry().getTracer("test");
  }

  /** Everything exported so far, after a flush that must succeed. */
  List<ReadableSpan> spans() {
    if (!heliograph.flush(Duration.ofSeconds(20))) {
      throw new AssertionError("flush did not deliver");
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

package io.heliograph.export;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Keeps what it is given, for tests of instrumented code. Thread-safe.
 *
 * <pre>{@code
 * InMemoryExporter<ReadableSpan> exporter = new InMemoryExporter<>();
 * try (Heliograph heliograph = Heliograph.builder().exporter("memory", exporter).build()) {
 *   heliograph.openTelemetry().getTracer("test").spanBuilder("work").startSpan().end();
 *   heliograph.flush();
 *   assert exporter.items().size() == 1;
 * }
 * }</pre>
 */
public final class InMemoryExporter<T> implements Exporter<T> {

  private final List<T> items = new CopyOnWriteArrayList<>();

  @Override
  public void export(List<T> batch, Consumer<ExportResult> done) {
    items.addAll(batch);
    done.accept(ExportResult.delivered(Exporter.items(batch)));
  }

  /** What was exported so far, in order; a snapshot. */
  public List<T> items() {
    return List.copyOf(items);
  }

  /** Forgets everything. */
  public void reset() {
    items.clear();
  }
}

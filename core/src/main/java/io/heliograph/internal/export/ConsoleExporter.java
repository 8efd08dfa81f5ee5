package io.heliograph.internal.export;

import io.heliograph.export.ExportResult;
import io.heliograph.export.Exporter;
import io.heliograph.export.MetricData;
import io.heliograph.export.ReadableLogRecord;
import io.heliograph.export.ReadableSpan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Prints batches for people to read.
 *
 * @param <T> the signal's item
 */
public final class ConsoleExporter<T> implements Exporter<T> {

  private final Appendable out;
  private final Function<List<T>, String> text;

  private ConsoleExporter(Appendable out, Function<List<T>, String> text) {
    this.out = out;
    this.text = text;
  }

  /**
   * Prints a tree for each trace of a batch.
   *
   * @param out gets one {@code append} for each batch
   */
  public static ConsoleExporter<ReadableSpan> spans(Appendable out) {
    return new ConsoleExporter<>(out, SpanText::of);
  }

  /**
   * Prints a line for each record.
   *
   * @param out gets one {@code append} for each batch
   */
  public static ConsoleExporter<ReadableLogRecord> logRecords(Appendable out) {
    return new ConsoleExporter<>(out, LogText::of);
  }

  /**
   * Prints a line for each point.
   *
   * @param out gets one {@code append} for each batch
   */
  public static ConsoleExporter<MetricData> metrics(Appendable out) {
    return new ConsoleExporter<>(out, MetricText::of);
  }

  @Override
  public void export(List<T> batch, Consumer<ExportResult> done) {
    try {
      out.append(text.apply(batch));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    done.accept(ExportResult.delivered(Exporter.items(batch)));
  }
}

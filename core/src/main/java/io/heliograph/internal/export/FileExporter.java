package io.heliograph.internal.export;

import io.heliograph.export.ExportResult;
import io.heliograph.export.Exporter;
import io.heliograph.internal.otlp.Encoder;
import io.heliograph.internal.send.DeliveryLog;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Appends batches to a file as lines of OTLP JSON.
 *
 * @param <T> the signal's item
 * @see <a href="https://opentelemetry.io/docs/specs/otel/protocol/file-exporter/">File exporter</a>
 */
public final class FileExporter<T> implements Exporter<T> {

  private final FileSender file;
  private final OtlpExporter<T> exporter;

  /**
   * @param maxSize bytes after which the file is set aside
   * @param maxFiles files that are kept, at least 1
   * @param encoders of JSON
   */
  public FileExporter(
      Path path, long maxSize, int maxFiles, Supplier<Encoder<T>> encoders, DeliveryLog log) {
    this.file = new FileSender(new RotatingFile(path, maxSize, maxFiles));
    this.exporter = new OtlpExporter<>(encoders, file, log);
  }

  @Override
  public void export(List<T> batch, Consumer<ExportResult> done) {
    exporter.export(batch, done);
  }

  /** Also true to its word when the machine crashes: the file is synced. */
  @Override
  public CompletionStage<Boolean> flush() {
    return exporter.flush().thenApply(written -> file.sync() && written);
  }

  @Override
  public void close() {
    exporter.close();
  }
}

package io.heliograph.internal.export;

import io.heliograph.export.DropReason;
import io.heliograph.export.ExportResult;
import io.heliograph.export.Exporter;
import io.heliograph.export.Payload;
import io.heliograph.export.SendResult;
import io.heliograph.export.Sender;
import io.heliograph.internal.otlp.Encoder;
import io.heliograph.internal.send.DeliveryLog;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Encodes batches and hands them to a sender; a request over the encoder's limit is sent in parts.
 *
 * @param <T> the signal's item
 */
public final class OtlpExporter<T> implements Exporter<T> {

  private final EncoderPool<T> encoders;
  private final Sender sender;
  private final DeliveryLog log;
  private final Set<BatchInParts<T>> inFlight = ConcurrentHashMap.newKeySet();

  public OtlpExporter(Supplier<Encoder<T>> encoders, Sender sender, DeliveryLog log) {
    this.encoders = new EncoderPool<>(encoders);
    this.sender = sender;
    this.log = log;
  }

  @Override
  public void export(List<T> batch, Consumer<ExportResult> done) {
    BatchInParts<T> parts = new BatchInParts<>(batch, this::deliver, done, inFlight::remove);
    inFlight.add(parts);
    parts.next();
  }

  private void deliver(List<T> part, BatchInParts<T> batch) {
    Encoder<T> encoder = encoders.take();
    boolean fits;
    try {
      fits = encoder.encode(part);
    } catch (Throwable thrown) {
      // Not returned to the pool: its state is unknown.
      dropOrSplit(part, batch, DropReason.EXPORTER_FAILED, thrown);
      return;
    }
    if (fits) {
      send(part, batch, encoder);
    } else {
      encoders.release(encoder);
      dropOrSplit(part, batch, DropReason.TOO_LARGE, null);
    }
  }

  /** Halves until the one item that is at fault stands alone. */
  private void dropOrSplit(
      List<T> part, BatchInParts<T> batch, DropReason reason, @Nullable Throwable thrown) {
    if (part.size() > 1) {
      batch.split(part);
      return;
    }
    int items = Exporter.items(part);
    if (thrown == null) {
      log.tooLarge();
    } else {
      log.failed(thrown, items);
    }
    batch.answer(ExportResult.dropped(items, reason));
  }

  private void send(List<T> part, BatchInParts<T> batch, Encoder<T> encoder) {
    int items = Exporter.items(part);
    AtomicBoolean answered = new AtomicBoolean();
    Consumer<SendResult> answer =
        result -> {
          if (answered.compareAndSet(false, true)) {
            encoders.release(encoder);
            batch.answer(outcome(result, items));
          }
        };
    try {
      sender.send(new Payload(encoder.array(), encoder.length(), items), answer);
    } catch (Throwable thrown) {
      answer.accept(new SendResult.Failed(thrown));
    }
  }

  private ExportResult outcome(SendResult result, int items) {
    if (result instanceof SendResult.Accepted accepted) {
      return accepted(accepted, items);
    }
    if (result instanceof SendResult.Refused refused) {
      log.refused(refused.reason(), items);
      return ExportResult.dropped(items, DropReason.REFUSED);
    }
    if (result instanceof SendResult.Retryable exhausted) {
      log.gaveUp(exhausted.reason(), items);
      return ExportResult.dropped(items, DropReason.RETRY_TIMEOUT);
    }
    if (result instanceof SendResult.Failed failed) {
      log.failed(failed.cause(), items);
      return ExportResult.dropped(items, DropReason.EXPORTER_FAILED);
    }
    return ExportResult.dropped(items, DropReason.SHUTDOWN);
  }

  /** What a retry sends again is bytes: items are not looked at after the last answer. */
  @Override
  public boolean keepsItems() {
    return false;
  }

  private ExportResult accepted(SendResult.Accepted accepted, int items) {
    int rejected = (int) Math.min(accepted.rejected(), items);
    if (rejected > 0) {
      log.rejected(rejected, items, accepted.message());
    } else if (!accepted.message().isEmpty()) {
      log.warning(accepted.message());
    }
    return ExportResult.delivered(items - rejected)
        .plus(ExportResult.dropped(rejected, DropReason.REJECTED));
  }

  @Override
  public CompletionStage<Boolean> flush() {
    CompletableFuture<Boolean> all = CompletableFuture.completedFuture(true);
    for (BatchInParts<T> batch : inFlight) {
      all = all.thenCombine(batch.result(), (complete, result) -> complete && result.complete());
    }
    return all;
  }

  @Override
  public void close() {
    sender.close();
  }
}

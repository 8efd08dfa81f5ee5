package io.heliograph.internal.pipeline;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * One caller waiting until everything that was queued or in flight at its call has settled. Used by
 * the batcher's worker only, except for the future.
 */
final class FlushRequest<T> {

  final CompletableFuture<Boolean> future = new CompletableFuture<>();
  private final Set<ExportSlots.Batch<T>> waiting = new HashSet<>();
  private long toDrain;
  private boolean lost;

  void begin(int queued, Set<ExportSlots.Batch<T>> inFlight) {
    toDrain = queued;
    waiting.addAll(inFlight);
  }

  boolean wantsMore() {
    return toDrain > 0;
  }

  void started(ExportSlots.Batch<T> batch) {
    if (toDrain > 0) {
      toDrain -= batch.count;
      waiting.add(batch);
    }
  }

  void settled(ExportSlots.Batch<T> batch) {
    if (waiting.remove(batch)) {
      lost |= !batch.result().complete();
    }
  }

  boolean finished() {
    return toDrain <= 0 && waiting.isEmpty();
  }

  boolean delivered() {
    return !lost;
  }
}

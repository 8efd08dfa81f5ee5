package io.heliograph.internal.export;

import io.heliograph.export.ExportResult;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A batch that is sent as one request if it fits, else in halves, one after the other: together
 * they would need the memory that the limit is there to spare.
 */
final class BatchInParts<T> {

  /** Delivers one part: answers with its result, or splits it. */
  interface Delivery<T> {
    void deliver(List<T> part, BatchInParts<T> batch);
  }

  private final Deque<List<T>> parts = new ArrayDeque<>();
  private final Delivery<T> delivery;
  private final Consumer<ExportResult> done;
  private final Consumer<BatchInParts<T>> finished;
  private final CompletableFuture<ExportResult> result = new CompletableFuture<>();
  private final AtomicInteger steps = new AtomicInteger();
  private ExportResult sum = ExportResult.delivered(0);

  /**
   * @param done takes the batch's result
   * @param finished is told after that
   */
  BatchInParts(
      List<T> batch,
      Delivery<T> delivery,
      Consumer<ExportResult> done,
      Consumer<BatchInParts<T>> finished) {
    this.finished = finished;
    this.delivery = delivery;
    this.done = done;
    parts.add(batch);
  }

  /** Completes after the batch has been answered. */
  CompletableFuture<ExportResult> result() {
    return result;
  }

  /** Goes on with the next part; a loop and no recursion, however many answers come at once. */
  void next() {
    if (steps.getAndIncrement() == 0) {
      do {
        step();
      } while (steps.decrementAndGet() > 0);
    }
  }

  private void step() {
    List<T> part = parts.poll();
    if (part == null) {
      done.accept(sum);
      finished.accept(this);
      result.complete(sum);
    } else {
      delivery.deliver(part, this);
    }
  }

  /** One part has its result. */
  void answer(ExportResult result) {
    sum = sum.plus(result);
    next();
  }

  /** One part is too large: its halves come next. */
  void split(List<T> part) {
    int middle = part.size() / 2;
    parts.addFirst(part.subList(middle, part.size()));
    parts.addFirst(part.subList(0, middle));
    next();
  }
}

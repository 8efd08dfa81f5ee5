package io.heliograph.internal.send;

import io.heliograph.export.Payload;
import io.heliograph.export.SendResult;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One request from its first attempt to its one answer. */
final class RetriedRequest {

  private final RetryingSender owner;
  private final Payload payload;
  private final Consumer<SendResult> done;
  private final AtomicBoolean answered = new AtomicBoolean();
  private final long start;

  private int retries;
  private SendResult last = new SendResult.Aborted();

  /** The wait for the next attempt; null while an attempt is under way. */
  private Timer.@Nullable Task waiting;

  private boolean askedToWait;
  private long due;

  RetriedRequest(RetryingSender owner, Payload payload, Consumer<SendResult> done) {
    this.owner = owner;
    this.payload = payload;
    this.done = done;
    this.start = owner.now();
  }

  void attempt() {
    if (answered.get()) {
      return;
    }
    try {
      owner.sender().send(payload, this::answer);
    } catch (Throwable thrown) {
      finish(new SendResult.Failed(thrown));
    }
  }

  private void answer(SendResult result) {
    if (result instanceof SendResult.Retryable failure && !answered.get()) {
      owner.failed(failure);
      retryOrGiveUp(failure);
    } else {
      finish(result);
    }
  }

  private void retryOrGiveUp(SendResult.Retryable failure) {
    long now = owner.now();
    long elapsedLimit = owner.policy().maxElapsedNanos() - (now - start);
    long left = Math.min(elapsedLimit, owner.beforeDeadline(now));
    boolean mayWait =
        left > 0 && (!asksToWait(failure) || owner.beforeDeadline(now) > wait(failure));
    if (mayWait) {
      await(failure, now, Math.min(wait(failure), left));
    } else {
      finish(failure);
    }
  }

  /** An own wait is cut to what is left, so that the last attempt comes at the very end. */
  private synchronized void await(SendResult.Retryable failure, long now, long delay) {
    last = failure;
    askedToWait = asksToWait(failure);
    due = now + delay;
    waiting = owner.timer().schedule(this::retry, delay);
    if (answered.get()) {
      waiting.cancel();
    }
  }

  private long wait(SendResult.Retryable failure) {
    Duration asked = failure.retryAfter();
    return asked != null && asksToWait(failure)
        ? Math.min(asked.toNanos(), owner.policy().maxElapsedNanos())
        : owner.policy().backoffNanos(retries);
  }

  private static boolean asksToWait(SendResult.Retryable failure) {
    return failure.retryAfter() != null && !failure.retryAfter().isZero();
  }

  private void retry() {
    boolean ambiguous;
    synchronized (this) {
      if (waiting == null || answered.get()) {
        return;
      }
      waiting = null;
      retries++;
      ambiguous = last instanceof SendResult.Retryable failure && failure.ambiguous();
    }
    owner.resent(payload, ambiguous);
    attempt();
  }

  /** A deadline has been set. */
  void hurry() {
    boolean tooLate;
    boolean asked;
    synchronized (this) {
      tooLate = waiting != null && owner.beforeDeadline(due) <= 0;
      asked = askedToWait;
    }
    if (tooLate && asked) {
      giveUp();
    } else if (tooLate) {
      retry();
    }
  }

  /** Answers with the last failure, or as aborted if there was none. */
  void giveUp() {
    SendResult failure;
    synchronized (this) {
      failure = last;
    }
    finish(failure);
  }

  void finish(SendResult result) {
    if (answered.compareAndSet(false, true)) {
      cancelWait();
      owner.finished(this, result);
      done.accept(result);
    }
  }

  private synchronized void cancelWait() {
    if (waiting != null) {
      waiting.cancel();
    }
  }
}

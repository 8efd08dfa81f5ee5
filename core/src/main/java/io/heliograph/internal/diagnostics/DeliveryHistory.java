package io.heliograph.internal.diagnostics;

import io.heliograph.export.DropReason;
import io.heliograph.export.ExportResult;
import io.heliograph.pipeline.Clock;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** When one destination last took something, lost something and failed. Thread-safe. */
public final class DeliveryHistory {

  private static final long LOSS_RESOLUTION_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Clock clock;
  private volatile @Nullable Moment lastLoss;
  private volatile Listener listener = (result, nanos) -> {};

  /** The others are guarded by this. */
  private @Nullable Moment lastSuccess;

  private @Nullable Moment failingSince;
  private @Nullable Failure lastFailure;

  /** Whether somebody who knows more than the reason has told of the failure under way. */
  private boolean explained;

  public DeliveryHistory(Clock clock) {
    this.clock = clock;
  }

  /** Takes how each export ended and how long it took; must not throw. */
  public interface Listener {
    void settled(ExportResult result, long nanos);
  }

  /** A moment on the monotonic clock and on the wall's. */
  public record Moment(long nanos, long epochNanos) {}

  /** What went wrong, in one line without secrets. */
  public record Failure(Moment at, String text) {}

  /**
   * What was seen so far; null is what never happened.
   *
   * @param failingSince the first failure after the last success
   */
  public record Seen(
      @Nullable Moment lastSuccess,
      @Nullable Moment failingSince,
      @Nullable Moment lastLoss,
      @Nullable Failure lastFailure) {}

  /** From here on tells this listener, and no other. */
  public void listen(Listener listener) {
    this.listener = listener;
  }

  /** Tells of an attempt that failed, which may be made again. */
  public synchronized void failed(String text) {
    fail(text);
    explained = true;
  }

  private void fail(String text) {
    Moment now = now();
    failingSince = failingSince == null ? now : failingSince;
    lastFailure = new Failure(now, ThrottledLog.oneLine(text));
  }

  /** Tells that items found no room; cheap enough for each of them. */
  public void lost() {
    Moment before = lastLoss;
    if (before == null || clock.nanoTime() - before.nanos() >= LOSS_RESOLUTION_NANOS) {
      lastLoss = now();
    }
  }

  /** Tells how an export ended; what a shutdown gives up is nobody's failure. */
  public void settled(ExportResult result, long nanos) {
    remember(result);
    listener.settled(result, nanos);
  }

  private synchronized void remember(ExportResult result) {
    boolean failed = result.dropped().keySet().stream().anyMatch(r -> r != DropReason.SHUTDOWN);
    if (failed) {
      lastLoss = now();
      explain(result);
    }
    if (result.delivered() > 0) {
      lastSuccess = now();
      failingSince = null;
    }
    explained = false;
  }

  private void explain(ExportResult result) {
    if (!explained) {
      fail(
          result.dropped().keySet().stream()
              .map(reason -> reason.name().toLowerCase(Locale.ROOT))
              .sorted()
              .collect(Collectors.joining(", ")));
    }
  }

  public synchronized Seen seen() {
    return new Seen(lastSuccess, failingSince, lastLoss, lastFailure);
  }

  private Moment now() {
    return new Moment(clock.nanoTime(), clock.epochNanos());
  }
}

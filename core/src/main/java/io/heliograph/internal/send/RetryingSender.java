package io.heliograph.internal.send;

import io.heliograph.export.Payload;
import io.heliograph.export.SendResult;
import io.heliograph.export.Sender;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Sends again what may succeed later, with growing waits, until it succeeds or time is up.
 *
 * <p>Whoever runs out of time is answered with the last {@link SendResult.Retryable}.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/protocol/exporter/#retry">Retry</a>
 */
public final class RetryingSender implements Sender {

  private final Sender sender;
  private final RetryPolicy policy;
  private final Timer timer;
  private final DeliveryLog log;
  private final Set<RetriedRequest> open = ConcurrentHashMap.newKeySet();
  private final LongAdder possibleDuplicates = new LongAdder();
  private final AtomicBoolean failing = new AtomicBoolean();
  private final long origin;

  /** Nanoseconds after {@link #origin}: a plain maximum means never. */
  private volatile long deadline = Long.MAX_VALUE;

  private volatile boolean closed;

  public RetryingSender(Sender sender, RetryPolicy policy, Timer timer, DeliveryLog log) {
    this.sender = sender;
    this.policy = policy;
    this.timer = timer;
    this.log = log;
    this.origin = timer.nanoTime();
  }

  @Override
  public void send(Payload payload, Consumer<SendResult> done) {
    RetriedRequest request = new RetriedRequest(this, payload, done);
    open.add(request);
    if (closed) {
      request.finish(new SendResult.Aborted());
    } else {
      request.attempt();
    }
  }

  /**
   * Ends all retries in time for a shutdown: who waits longer than that by our own choice is sent
   * once more at once, who was told to wait longer is given up, and at the deadline everything is.
   *
   * @param nanos on the timer's clock
   */
  public void deadline(long nanos) {
    deadline = nanos - origin;
    open.forEach(RetriedRequest::hurry);
    timer.schedule(() -> open.forEach(RetriedRequest::giveUp), nanos - timer.nanoTime());
  }

  /** Items that were sent again although the first request may have been taken. */
  public long possibleDuplicates() {
    return possibleDuplicates.sum();
  }

  @Override
  public String target() {
    return sender.target();
  }

  @Override
  public void close() {
    closed = true;
    open.forEach(request -> request.finish(new SendResult.Aborted()));
    sender.close();
  }

  Sender sender() {
    return sender;
  }

  RetryPolicy policy() {
    return policy;
  }

  Timer timer() {
    return timer;
  }

  /** Time on the clock of {@link #beforeDeadline}. */
  long now() {
    return timer.nanoTime() - origin;
  }

  /** How much of a wait fits before the deadline; negative if it has passed. */
  long beforeDeadline(long now) {
    return deadline == Long.MAX_VALUE ? Long.MAX_VALUE : deadline - now;
  }

  void failed(SendResult.Retryable failure) {
    failing.set(true);
    log.retrying(failure.reason());
  }

  void resent(Payload payload, boolean ambiguous) {
    if (ambiguous) {
      possibleDuplicates.add(payload.items());
    }
  }

  void finished(RetriedRequest request, SendResult result) {
    open.remove(request);
    if (result instanceof SendResult.Accepted && failing.compareAndSet(true, false)) {
      log.recovered();
    }
  }
}

package io.heliograph.instrumentation;

import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.internal.trace.EngineSpan;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * One request, call, query or method in progress.
 *
 * <pre>{@code
 * Operation<Response> operation = client.start(request);
 * try (Scope scope = operation.makeCurrent()) {
 *   Response response = send(request);
 *   operation.end(response, null);
 *   return response;
 * } catch (Throwable e) {
 *   operation.end(null, e);
 *   throw e;
 * }
 * }</pre>
 *
 * <p>Nothing here throws. Thread-safe, except that a {@link Scope} is closed on the thread that
 * opened it.
 *
 * @param <S> what ends the operation: a response, or {@link Void} if there is none
 */
public abstract sealed class Operation<S>
    permits DbOperation, HttpClientOperation, HttpServerOperation, InertOperation, MethodOperation {

  private static final VarHandle ENDED = ended();

  private final Context context;
  private final Span span;
  private final Faults faults;
  private final boolean measured;
  private final long start;

  /** Changed through {@link #ENDED}, which is an object less for each operation. */
  @SuppressWarnings("UnusedVariable")
  private volatile boolean ended;

  /**
   * @param context with the operation's span in it
   * @param measured whether its duration feeds a metric
   */
  Operation(Context context, Span span, boolean measured, Faults faults) {
    this.context = context;
    this.span = span;
    this.faults = faults;
    this.measured = measured;
    this.start = measured ? SpanTime.start(span) : 0;
  }

  private static VarHandle ended() {
    try {
      return MethodHandles.lookup().findVarHandle(Operation.class, "ended", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Operation.ended", e);
    }
  }

  /** The context in which the operation's work belongs; carries its span. */
  public final Context context() {
    return context;
  }

  /** Makes {@link #context()} current on this thread until the scope is closed. */
  @SuppressWarnings("MustBeClosedChecker") // the caller closes it, as with the context's own
  public final Scope makeCurrent() {
    return context.makeCurrent();
  }

  /**
   * Ends the operation; only the first call counts.
   *
   * @param response what came out of it, {@code null} if nothing did or it has no response
   * @param error what it failed with, {@code null} if it did not
   */
  public final void end(@Nullable S response, @Nullable Throwable error) {
    if (!ENDED.compareAndSet(this, false, true)) {
      return;
    }
    Outcome outcome = conclude(response, error);
    endSpan(outcome);
    if (outcome.durations() != null) {
      measure(outcome.durations());
    }
  }

  private Outcome conclude(@Nullable S response, @Nullable Throwable error) {
    if (!measured && !span.isRecording()) {
      return Outcome.UNKNOWN;
    }
    try {
      return finish(span, response, error);
    } catch (Throwable thrown) {
      faults.report("instrumentation end", thrown);
      return Outcome.UNKNOWN;
    }
  }

  private void endSpan(Outcome outcome) {
    if (span instanceof EngineSpan engineSpan) {
      engineSpan.end(outcome.spanName(), outcome.attributes());
      return;
    }
    if (span.isRecording()) {
      span.setAllAttributes(outcome.attributes());
      if (outcome.spanName() != null) {
        span.updateName(outcome.spanName());
      }
    }
    span.end();
  }

  /** After the span has ended, whose times are the duration; in its context, for the exemplar. */
  private void measure(MetricSeries durations) {
    try {
      durations.record(SpanTime.seconds(span, start), context);
    } catch (Throwable thrown) {
      faults.report("instrumentation duration", thrown);
    }
  }

  /**
   * Puts on the span what only this operation has at its end.
   *
   * @return what it shares with others
   */
  abstract Outcome finish(Span span, @Nullable S response, @Nullable Throwable error);
}

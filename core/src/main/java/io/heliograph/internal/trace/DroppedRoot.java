package io.heliograph.internal.trace;

import io.heliograph.internal.context.EngineSpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A dropped span that begins a trace: its ids are drawn when somebody asks for one. Thread-safe.
 *
 * <p>Why not at once: three random numbers are a fifth of what such a span costs, and nobody sees
 * them unless it logs or calls.
 */
final class DroppedRoot implements UnrecordedSpan {

  private static final VarHandle DRAWN = drawnField();

  private final SafeIds ids;
  private final TraceFlags flags;
  private final TraceState traceState;

  /** Set once, through {@link #DRAWN}: of threads that race all see the ids of the first. */
  @SuppressWarnings("UnusedVariable")
  private volatile @Nullable EngineSpanContext drawn;

  DroppedRoot(SafeIds ids, TraceFlags flags, TraceState traceState) {
    this.ids = ids;
    this.flags = flags;
    this.traceState = traceState;
  }

  private static VarHandle drawnField() {
    try {
      return MethodHandles.lookup()
          .findVarHandle(DroppedRoot.class, "drawn", EngineSpanContext.class);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("DroppedRoot.drawn", e);
    }
  }

  /** The same context with its ids. */
  EngineSpanContext drawn() {
    EngineSpanContext known = drawn;
    if (known != null) {
      return known;
    }
    EngineSpanContext mine =
        new EngineSpanContext(
            ids.traceIdHigh(), ids.traceIdLow(), null, ids.spanId(), flags, traceState, false);
    EngineSpanContext first = (EngineSpanContext) DRAWN.compareAndExchange(this, null, mine);
    return first == null ? mine : first;
  }

  @Override
  public String getTraceId() {
    return drawn().getTraceId();
  }

  @Override
  public String getSpanId() {
    return drawn().getSpanId();
  }

  @Override
  public TraceFlags getTraceFlags() {
    return flags;
  }

  @Override
  public TraceState getTraceState() {
    return traceState;
  }

  @Override
  public boolean isValid() {
    return true;
  }

  @Override
  public boolean isRemote() {
    return false;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this || drawn().equals(other);
  }

  @Override
  public int hashCode() {
    return drawn().hashCode();
  }

  @Override
  public String toString() {
    return drawn().toString();
  }
}

package io.heliograph.internal.context;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import org.jspecify.annotations.Nullable;

/**
 * A span's context with ids as bits; hex is made when somebody asks, and kept. The trace id of a
 * parent that has only hex stays hex until somebody, mostly the exporter's thread, asks for bits.
 *
 * <p>Why not the API's own: it builds two strings for every span, and most spans are never asked.
 */
public final class EngineSpanContext implements SpanContext {

  private final long traceIdHigh;
  private final long traceIdLow;
  private final long spanId;
  private final TraceFlags flags;
  private final TraceState traceState;
  private final boolean remote;

  // Racy on purpose: threads that race make equal strings.
  private @Nullable String traceIdHex;
  private @Nullable String spanIdHex;

  /**
   * A context of ids that are not zero.
   *
   * @param traceIdHex the trace id's hex form if it is known already
   */
  public EngineSpanContext(
      long traceIdHigh,
      long traceIdLow,
      @Nullable String traceIdHex,
      long spanId,
      TraceFlags flags,
      TraceState traceState,
      boolean remote) {
    this.traceIdHigh = traceIdHigh;
    this.traceIdLow = traceIdLow;
    this.traceIdHex = traceIdHex;
    this.spanId = spanId;
    this.flags = flags;
    this.traceState = traceState;
    this.remote = remote;
  }

  /** The context of a span of another process, by ids that are not zero. */
  public static EngineSpanContext remote(
      long traceIdHigh, long traceIdLow, long spanId, TraceFlags flags, TraceState traceState) {
    return new EngineSpanContext(traceIdHigh, traceIdLow, null, spanId, flags, traceState, true);
  }

  /** The context of a span below another, whose trace id it has, in the same form. */
  public static EngineSpanContext child(
      SpanContext parent, long spanId, TraceFlags flags, TraceState traceState) {
    return parent instanceof EngineSpanContext known
        ? new EngineSpanContext(
            known.traceIdHigh, known.traceIdLow, known.traceIdHex, spanId, flags, traceState, false)
        : new EngineSpanContext(0, 0, parent.getTraceId(), spanId, flags, traceState, false);
  }

  public long traceIdHigh() {
    return isHexOnly() ? HexId.bits(getTraceId(), 0) : traceIdHigh;
  }

  public long traceIdLow() {
    return isHexOnly() ? HexId.bits(getTraceId(), HexId.DIGITS) : traceIdLow;
  }

  /** No trace id is zero. */
  public boolean isHexOnly() {
    return (traceIdHigh | traceIdLow) == 0;
  }

  public long spanIdBits() {
    return spanId;
  }

  @Override
  public String getTraceId() {
    String hex = traceIdHex;
    if (hex == null) {
      hex = HexId.text(traceIdHigh, traceIdLow);
      traceIdHex = hex;
    }
    return hex;
  }

  @Override
  public String getSpanId() {
    String hex = spanIdHex;
    if (hex == null) {
      hex = HexId.text(spanId);
      spanIdHex = hex;
    }
    return hex;
  }

  @Override
  public TraceFlags getTraceFlags() {
    return flags;
  }

  @Override
  public TraceState getTraceState() {
    return traceState;
  }

  /** Always: the engine never makes an id of zero. */
  @Override
  public boolean isValid() {
    return true;
  }

  @Override
  public boolean isRemote() {
    return remote;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SpanContext that
        && getTraceId().equals(that.getTraceId())
        && getSpanId().equals(that.getSpanId())
        && flags.equals(that.getTraceFlags())
        && traceState.equals(that.getTraceState())
        && remote == that.isRemote();
  }

  @Override
  public int hashCode() {
    return Long.hashCode(traceIdLow()) * 31 + Long.hashCode(spanId);
  }

  @Override
  public String toString() {
    return "SpanContext{" + getTraceId() + '/' + getSpanId() + ", flags=" + flags.asHex() + '}';
  }
}

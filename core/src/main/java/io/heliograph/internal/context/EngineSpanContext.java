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
public class EngineSpanContext implements SpanContext {

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

  public final long traceIdHigh() {
    return isHexOnly() ? HexId.bits(getTraceId(), 0) : traceIdHigh;
  }

  public final long traceIdLow() {
    return isHexOnly() ? HexId.bits(getTraceId(), HexId.DIGITS) : traceIdLow;
  }

  /** No trace id is zero. */
  public final boolean isHexOnly() {
    return (traceIdHigh | traceIdLow) == 0;
  }

  /** The trace id's hex form if somebody has asked for it or nothing else is known. */
  public final @Nullable String knownTraceIdHex() {
    return traceIdHex;
  }

  public final long spanIdBits() {
    return spanId;
  }

  @Override
  public final String getTraceId() {
    String hex = traceIdHex;
    if (hex == null) {
      hex = HexId.text(traceIdHigh, traceIdLow);
      traceIdHex = hex;
    }
    return hex;
  }

  @Override
  public final String getSpanId() {
    String hex = spanIdHex;
    if (hex == null) {
      hex = HexId.text(spanId);
      spanIdHex = hex;
    }
    return hex;
  }

  @Override
  public final TraceFlags getTraceFlags() {
    return flags;
  }

  @Override
  public final TraceState getTraceState() {
    return traceState;
  }

  /** Always: the engine never makes an id of zero. */
  @Override
  public final boolean isValid() {
    return true;
  }

  @Override
  public final boolean isRemote() {
    return remote;
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof SpanContext that
        && getTraceId().equals(that.getTraceId())
        && getSpanId().equals(that.getSpanId())
        && flags.equals(that.getTraceFlags())
        && traceState.equals(that.getTraceState())
        && remote == that.isRemote();
  }

  @Override
  public final int hashCode() {
    return Long.hashCode(traceIdLow()) * 31 + Long.hashCode(spanId);
  }

  @Override
  public final String toString() {
    return "SpanContext{" + getTraceId() + '/' + getSpanId() + ", flags=" + flags.asHex() + '}';
  }
}

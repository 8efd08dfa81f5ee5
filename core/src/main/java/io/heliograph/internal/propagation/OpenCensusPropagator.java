package io.heliograph.internal.propagation;

import static io.heliograph.internal.propagation.RemoteParent.SPAN_ID_LENGTH;
import static io.heliograph.internal.propagation.RemoteParent.TRACE_ID_LENGTH;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * OpenCensus's binary trace context in {@code grpc-trace-bin}, base64 as gRPC sends it in a text.
 *
 * <p>Version 0: fields 0 (trace id), 1 (span id) and 2 (options) in this order; the first unknown
 * field ends the reading, as the format asks. Written without padding, read with or without it.
 * Immutable.
 */
final class OpenCensusPropagator implements TextMapPropagator {

  static final String TRACE = "grpc-trace-bin";

  // Room for fields that later versions may add; anything longer is not decoded.
  private static final int MAX_LENGTH = 256;
  private static final int TRACE_ID = 2;
  private static final int SPAN_ID_FIELD = TRACE_ID + TRACE_ID_LENGTH / 2;
  private static final int SPAN_ID = SPAN_ID_FIELD + 1;
  private static final int OPTIONS_FIELD = SPAN_ID + SPAN_ID_LENGTH / 2;
  private static final int OPTIONS = OPTIONS_FIELD + 1;
  private static final int LENGTH = OPTIONS + 1;
  private static final HexFormat HEX = HexFormat.of();

  @Override
  public Collection<String> fields() {
    return List.of(TRACE);
  }

  @Override
  public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
    SpanContext span = Span.fromContext(context).getSpanContext();
    if (span.isValid()) {
      setter.set(carrier, TRACE, Base64.getEncoder().withoutPadding().encodeToString(bytes(span)));
    }
  }

  private static byte[] bytes(SpanContext span) {
    byte[] bytes = new byte[LENGTH];
    System.arraycopy(span.getTraceIdBytes(), 0, bytes, TRACE_ID, TRACE_ID_LENGTH / 2);
    bytes[SPAN_ID_FIELD] = 1;
    System.arraycopy(span.getSpanIdBytes(), 0, bytes, SPAN_ID, SPAN_ID_LENGTH / 2);
    bytes[OPTIONS_FIELD] = 2;
    bytes[OPTIONS] = (byte) (span.isSampled() ? 1 : 0);
    return bytes;
  }

  @Override
  public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
    String header = getter.get(carrier, TRACE);
    if (header == null || header.length() > MAX_LENGTH) {
      return context;
    }
    byte[] bytes = decode(header);
    if (bytes.length < OPTIONS_FIELD
        || bytes[0] != 0
        || bytes[TRACE_ID - 1] != 0
        || bytes[SPAN_ID_FIELD] != 1) {
      return context;
    }
    boolean hasOptions = bytes.length >= LENGTH && bytes[OPTIONS_FIELD] == 2;
    return RemoteParent.in(
        context,
        HEX.formatHex(bytes, TRACE_ID, SPAN_ID_FIELD),
        HEX.formatHex(bytes, SPAN_ID, OPTIONS_FIELD),
        hasOptions && (bytes[OPTIONS] & 1) == 1);
  }

  private static byte[] decode(String header) {
    try {
      return Base64.getDecoder().decode(header);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}

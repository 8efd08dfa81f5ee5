package io.heliograph.internal.propagation;

import io.heliograph.internal.context.HexId;
import io.opentelemetry.api.trace.SpanContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes a {@code traceparent} of version 00. */
final class TraceParentHeader {

  static final int TRACE_ID = 3;
  static final int SPAN_ID = TRACE_ID + 2 * HexId.DIGITS + 1;
  static final int FLAGS = SPAN_ID + HexId.DIGITS + 1;
  static final int LENGTH = FLAGS + 2;

  /** A header that a thread writes its ids into: the string copies it, and it leaves no garbage. */
  private static final ThreadLocal<byte[]> BYTES =
      ThreadLocal.withInitial(TraceParentHeader::frame);

  private TraceParentHeader() {}

  /**
   * The header of a valid span.
   *
   * <p>Why by bytes: joining the strings took a third longer, and a builder twice as long in a
   * program that also builds wide strings (benchmark row {@code inject}).
   *
   * @param flags at most 9, one digit
   */
  @SuppressWarnings("deprecation") // It cuts characters down to bytes, and hex has no others.
  static String of(SpanContext span, int flags) {
    byte[] header = BYTES.get();
    span.getTraceId().getBytes(0, 2 * HexId.DIGITS, header, TRACE_ID);
    span.getSpanId().getBytes(0, HexId.DIGITS, header, SPAN_ID);
    header[LENGTH - 1] = (byte) ('0' + flags);
    return new String(header, StandardCharsets.ISO_8859_1);
  }

  private static byte[] frame() {
    byte[] frame = new byte[LENGTH];
    Arrays.fill(frame, (byte) '0');
    frame[TRACE_ID - 1] = '-';
    frame[SPAN_ID - 1] = '-';
    frame[FLAGS - 1] = '-';
    return frame;
  }
}

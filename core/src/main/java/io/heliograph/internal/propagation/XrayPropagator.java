package io.heliograph.internal.propagation;

import static io.heliograph.internal.propagation.RemoteParent.SPAN_ID_LENGTH;
import static io.heliograph.internal.propagation.RemoteParent.TRACE_ID_LENGTH;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * AWS X-Ray's {@code X-Amzn-Trace-Id: Root=1-{time}-{unique};Parent={span};Sampled={0|1}}.
 *
 * <p>Other fields (Self, Lineage) are ignored; {@code Sampled=?}, a decision left to us, counts as
 * not sampled. Immutable.
 */
final class XrayPropagator implements TextMapPropagator {

  static final String TRACE = "X-Amzn-Trace-Id";

  private static final int TIME_LENGTH = 8;
  private static final int UNIQUE_LENGTH = TRACE_ID_LENGTH - TIME_LENGTH;
  private static final String VERSION = "1-";

  @Override
  public Collection<String> fields() {
    return List.of(TRACE);
  }

  @Override
  public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
    SpanContext span = Span.fromContext(context).getSpanContext();
    if (!span.isValid()) {
      return;
    }
    StringBuilder header = new StringBuilder("Root=").append(VERSION);
    header.append(span.getTraceId(), 0, TIME_LENGTH).append('-');
    header.append(span.getTraceId(), TIME_LENGTH, TRACE_ID_LENGTH);
    header.append(";Parent=").append(span.getSpanId());
    header.append(";Sampled=").append(span.isSampled() ? '1' : '0');
    setter.set(carrier, TRACE, header.toString());
  }

  @Override
  public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
    String header = getter.get(carrier, TRACE);
    if (header == null) {
      return context;
    }
    int root = valueOf(header, "Root");
    int parent = valueOf(header, "Parent");
    if (root < 0 || parent < 0) {
      return context;
    }
    String traceId = traceId(header, root, valueEnd(header, root));
    int parentEnd = valueEnd(header, parent);
    if (traceId == null
        || parentEnd - parent != SPAN_ID_LENGTH
        || !Ascii.isId(header, parent, parentEnd)) {
      return context;
    }
    int sampled = valueOf(header, "Sampled");
    if (sampled >= 0 && !isDecision(header, sampled)) {
      return context;
    }
    return RemoteParent.in(
        context,
        traceId,
        header.substring(parent, parentEnd),
        sampled >= 0 && header.charAt(sampled) == '1');
  }

  /** The trace id of {@code 1-{time}-{unique}}, or null; the time may lack leading zeros. */
  private static @Nullable String traceId(String header, int from, int to) {
    int time = from + VERSION.length();
    int timeEnd = to - UNIQUE_LENGTH - 1;
    if (!header.startsWith(VERSION, from)
        || timeEnd <= time
        || timeEnd - time > TIME_LENGTH
        || header.charAt(timeEnd) != '-') {
      return null;
    }
    String digits = header.substring(time, timeEnd) + header.substring(timeEnd + 1, to);
    return RemoteParent.traceId(digits, 0, digits.length());
  }

  private static boolean isDecision(String header, int from) {
    return valueEnd(header, from) == from + 1 && "01?".indexOf(header.charAt(from)) >= 0;
  }

  /** Where the value of the first field of this name starts, or -1. */
  private static int valueOf(String header, String name) {
    for (int start = 0; start < header.length(); ) {
      int end = Ascii.indexOf(header, ';', start, header.length());
      int from = Ascii.trimStart(header, start, end);
      int equals = from + name.length();
      if (equals < end && header.startsWith(name, from) && header.charAt(equals) == '=') {
        return equals + 1;
      }
      start = end + 1;
    }
    return -1;
  }

  private static int valueEnd(String header, int from) {
    return Ascii.trimEnd(header, from, Ascii.indexOf(header, ';', from, header.length()));
  }
}

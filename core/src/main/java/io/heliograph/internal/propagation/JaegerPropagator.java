package io.heliograph.internal.propagation;

import static io.heliograph.internal.propagation.RemoteParent.SPAN_ID_LENGTH;
import static io.heliograph.internal.propagation.RemoteParent.TRACE_ID_LENGTH;

import io.opentelemetry.api.baggage.Baggage;
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
 * Jaeger's {@code uber-trace-id: {trace}:{span}:{parent}:{flags}}, {@code uberctx-*} baggage and
 * the {@code jaeger-baggage} list, which is only read. Immutable.
 */
final class JaegerPropagator implements TextMapPropagator {

  static final String TRACE = "uber-trace-id";
  static final String BAGGAGE = "jaeger-baggage";
  static final String BAGGAGE_PREFIX = "uberctx-";

  // Room for every colon percent-encoded; anything longer is not decoded.
  private static final int MAX_LENGTH = 128;
  private static final int MAX_FLAGS_LENGTH = 2;
  private static final PrefixedBaggage PREFIXED = new PrefixedBaggage(BAGGAGE_PREFIX);

  @Override
  public Collection<String> fields() {
    return List.of(TRACE);
  }

  @Override
  public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
    SpanContext span = Span.fromContext(context).getSpanContext();
    if (span.isValid()) {
      String flags = span.isSampled() ? ":0:1" : ":0:0";
      setter.set(carrier, TRACE, span.getTraceId() + ":" + span.getSpanId() + flags);
    }
    PREFIXED.write(Baggage.fromContext(context), carrier, setter, JaegerPropagator::encode);
  }

  @Override
  public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
    if (carrier == null) {
      return context;
    }
    String header = getter.get(carrier, TRACE);
    Context parent = header == null ? context : extractParent(context, header);
    BaggageMembers baggage = new BaggageMembers();
    BaggageAllowance allowance = new BaggageAllowance();
    PREFIXED.read(carrier, getter, JaegerPropagator::decode, baggage, allowance);
    String list = getter.get(carrier, BAGGAGE);
    if (list != null) {
      BaggageHeader.read(list, baggage, allowance);
    }
    return baggage.isEmpty() ? parent : parent.with(baggage);
  }

  private static Context extractParent(Context context, String header) {
    if (header.length() > MAX_LENGTH) {
      return context;
    }
    String text = decode(header);
    int length = text.length();
    int traceEnd = Ascii.indexOf(text, ':', 0, length);
    int spanEnd = Ascii.indexOf(text, ':', Math.min(traceEnd + 1, length), length);
    int parentEnd = Ascii.indexOf(text, ':', Math.min(spanEnd + 1, length), length);
    int flags = flags(text, parentEnd + 1);
    if (flags < 0
        || traceEnd > TRACE_ID_LENGTH
        || spanEnd - traceEnd > SPAN_ID_LENGTH + 1
        || !Ascii.isId(text, 0, traceEnd)
        || !Ascii.isId(text, traceEnd + 1, spanEnd)) {
      return context;
    }
    return RemoteParent.in(
        context,
        RemoteParent.traceId(text, 0, traceEnd),
        RemoteParent.spanId(text, traceEnd + 1, spanEnd),
        (flags & 1) == 1);
  }

  /** One or two hex digits up to the end of the text, or -1 if they are not. */
  private static int flags(String text, int from) {
    int digits = text.length() - from;
    if (digits < 1 || digits > MAX_FLAGS_LENGTH) {
      return -1;
    }
    return digits == 1 ? Ascii.hexDigit(text.charAt(from)) : Ascii.hexByte(text, from);
  }

  private static String encode(String value) {
    StringBuilder encoded = new StringBuilder(value.length());
    PercentEncoding.encode(value, encoded);
    return encoded.toString();
  }

  // Jaeger's clients write a space as a plus sign; some peers do not encode at all, so what cannot
  // be decoded is taken as it is.
  private static String decode(String value) {
    String spaced = value.replace('+', ' ');
    String decoded = PercentEncoding.decode(spaced, 0, spaced.length());
    return decoded == null ? value : decoded;
  }
}

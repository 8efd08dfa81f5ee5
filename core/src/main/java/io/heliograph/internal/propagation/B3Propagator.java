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
 * Zipkin's B3: reads the single header, else the several ones, and writes the form it was made for.
 *
 * <p>A sampling decision without ids is not a parent and is ignored. Immutable.
 */
final class B3Propagator implements TextMapPropagator {

  static final String B3 = "b3";
  static final String TRACE_ID = "X-B3-TraceId";
  static final String SPAN_ID = "X-B3-SpanId";
  static final String SAMPLED = "X-B3-Sampled";
  static final String FLAGS = "X-B3-Flags";

  private final boolean single;

  private B3Propagator(boolean single) {
    this.single = single;
  }

  static B3Propagator single() {
    return new B3Propagator(true);
  }

  static B3Propagator multi() {
    return new B3Propagator(false);
  }

  @Override
  public Collection<String> fields() {
    return single ? List.of(B3) : List.of(TRACE_ID, SPAN_ID, SAMPLED, FLAGS);
  }

  @Override
  public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
    SpanContext span = Span.fromContext(context).getSpanContext();
    if (!span.isValid()) {
      return;
    }
    B3Decision decision = B3Decision.of(context, span);
    if (single) {
      setter.set(
          carrier, B3, span.getTraceId() + "-" + span.getSpanId() + "-" + decision.singleHeader());
    } else {
      setter.set(carrier, TRACE_ID, span.getTraceId());
      setter.set(carrier, SPAN_ID, span.getSpanId());
      injectDecision(decision, carrier, setter);
    }
  }

  // Debug implies sampled: B3 asks to send no second header for it.
  private static <C> void injectDecision(
      B3Decision decision, @Nullable C carrier, TextMapSetter<C> setter) {
    if (decision == B3Decision.DEBUG) {
      setter.set(carrier, FLAGS, "1");
    } else {
      setter.set(carrier, SAMPLED, decision.singleHeader());
    }
  }

  @Override
  public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
    String header = getter.get(carrier, B3);
    if (header != null) {
      Context extracted = extractSingle(context, header);
      if (extracted != null) {
        return extracted;
      }
    }
    return extractMulti(context, carrier, getter);
  }

  /** The context of {@code {trace}-{span}[-{decision}[-{parent}]]}, or null if it is not that. */
  private static @Nullable Context extractSingle(Context context, String header) {
    int length = header.length();
    int traceEnd = Ascii.indexOf(header, '-', 0, Math.min(length, TRACE_ID_LENGTH + 1));
    int spanEnd = traceEnd + 1 + SPAN_ID_LENGTH;
    if (spanEnd > length
        || !isTraceId(header, traceEnd)
        || !Ascii.isId(header, traceEnd + 1, spanEnd)) {
      return null;
    }
    int decisionEnd = Ascii.indexOf(header, '-', Math.min(spanEnd + 1, length), length);
    if (spanEnd < length
        && (header.charAt(spanEnd) != '-' || !isEndOrParentId(header, decisionEnd))) {
      return null;
    }
    B3Decision decision = B3Decision.parse(header, Math.min(spanEnd + 1, length), decisionEnd);
    if (decision == null || (decision == B3Decision.ABSENT && spanEnd < length)) {
      return null;
    }
    return decision.in(
        RemoteParent.in(
            context,
            RemoteParent.traceId(header, 0, traceEnd),
            header.substring(traceEnd + 1, spanEnd),
            decision.isSampled()));
  }

  private static boolean isEndOrParentId(String header, int index) {
    return index == header.length()
        || (header.length() == index + 1 + SPAN_ID_LENGTH
            && Ascii.isId(header, index + 1, header.length()));
  }

  private static <C> Context extractMulti(
      Context context, @Nullable C carrier, TextMapGetter<C> getter) {
    String traceId = getter.get(carrier, TRACE_ID);
    String spanId = getter.get(carrier, SPAN_ID);
    if (traceId == null
        || spanId == null
        || !isTraceId(traceId, traceId.length())
        || spanId.length() != SPAN_ID_LENGTH
        || !Ascii.isId(spanId, 0, SPAN_ID_LENGTH)) {
      return context;
    }
    B3Decision decision =
        B3Decision.parse(getter.get(carrier, SAMPLED), getter.get(carrier, FLAGS));
    if (decision == null) {
      return context;
    }
    return decision.in(
        RemoteParent.in(
            context,
            RemoteParent.traceId(traceId, 0, traceId.length()),
            spanId,
            decision.isSampled()));
  }

  private static boolean isTraceId(String text, int length) {
    return (length == TRACE_ID_LENGTH || length == TRACE_ID_LENGTH / 2)
        && Ascii.isId(text, 0, length);
  }
}

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
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The OpenTracing basic tracers' {@code ot-tracer-*} and {@code ot-baggage-*} headers.
 *
 * <p>Trace ids are sent with their lower 64 bits, all that these tracers hold. Baggage travels only
 * beside a valid parent, and only values which are a valid header as they are. Immutable.
 */
final class OtTracePropagator implements TextMapPropagator {

  static final String TRACE_ID = "ot-tracer-traceid";
  static final String SPAN_ID = "ot-tracer-spanid";
  static final String SAMPLED = "ot-tracer-sampled";
  static final String BAGGAGE_PREFIX = "ot-baggage-";

  private static final PrefixedBaggage PREFIXED = new PrefixedBaggage(BAGGAGE_PREFIX);

  @Override
  public Collection<String> fields() {
    return List.of(TRACE_ID, SPAN_ID, SAMPLED);
  }

  @Override
  public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
    SpanContext span = Span.fromContext(context).getSpanContext();
    if (!span.isValid()) {
      return;
    }
    setter.set(carrier, TRACE_ID, span.getTraceId().substring(TRACE_ID_LENGTH / 2));
    setter.set(carrier, SPAN_ID, span.getSpanId());
    setter.set(carrier, SAMPLED, String.valueOf(span.isSampled()));
    PREFIXED.write(Baggage.fromContext(context), carrier, setter, UnaryOperator.identity());
  }

  @Override
  public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
    if (carrier == null) {
      return context;
    }
    String traceId = getter.get(carrier, TRACE_ID);
    String spanId = getter.get(carrier, SPAN_ID);
    if (traceId == null
        || spanId == null
        || traceId.length() > TRACE_ID_LENGTH
        || spanId.length() > SPAN_ID_LENGTH
        || !Ascii.isId(traceId, 0, traceId.length())
        || !Ascii.isId(spanId, 0, spanId.length())) {
      return context;
    }
    Context parent =
        RemoteParent.in(
            context,
            RemoteParent.traceId(traceId, 0, traceId.length()),
            RemoteParent.spanId(spanId, 0, spanId.length()),
            isSampled(getter.get(carrier, SAMPLED)));
    BaggageMembers baggage = new BaggageMembers();
    BaggageAllowance allowance = new BaggageAllowance();
    PREFIXED.read(carrier, getter, UnaryOperator.identity(), baggage, allowance);
    return baggage.isEmpty() ? parent : parent.with(baggage);
  }

  private static boolean isSampled(@Nullable String sampled) {
    return "1".equals(sampled) || "true".equalsIgnoreCase(sampled);
  }
}

package io.heliograph.internal.propagation;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** W3C Baggage, at most 64 members and 8192 bytes over all headers together. Immutable. */
final class BaggagePropagator implements TextMapPropagator {

  static final String BAGGAGE = "baggage";

  @Override
  public Collection<String> fields() {
    return List.of(BAGGAGE);
  }

  @Override
  public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
    Baggage baggage = Baggage.fromContext(context);
    if (baggage.isEmpty()) {
      return;
    }
    String header = BaggageHeaderWriter.write(baggage);
    if (!header.isEmpty()) {
      setter.set(carrier, BAGGAGE, header);
    }
  }

  @Override
  public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
    Iterator<String> headers = HeaderValues.of(carrier, getter, BAGGAGE);
    if (!headers.hasNext()) {
      return context;
    }
    BaggageMembers baggage = new BaggageMembers();
    BaggageAllowance allowance = new BaggageAllowance();
    while (headers.hasNext() && !allowance.isSpent()) {
      BaggageHeader.read(headers.next(), baggage, allowance);
    }
    return baggage.isEmpty() ? context : context.with(baggage);
  }
}

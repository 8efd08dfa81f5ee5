package io.heliograph.internal.trace;

import io.heliograph.pipeline.ReadWriteSpan;
import io.heliograph.pipeline.SpanProcessor;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import java.util.List;

/** Copies chosen baggage entries onto every span, under their own keys. */
public final class BaggageAttributes implements SpanProcessor {

  private final List<String> keys;

  public BaggageAttributes(List<String> keys) {
    this.keys = List.copyOf(keys);
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    Baggage baggage = Baggage.fromContext(parent);
    for (String key : keys) {
      String value = baggage.getEntryValue(key);
      if (value != null) {
        span.setAttribute(key, value);
      }
    }
  }
}

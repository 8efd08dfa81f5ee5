package io.heliograph.internal.metrics;

import io.heliograph.export.Exemplar;
import io.heliograph.pipeline.Clock;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A fixed number of places; what comes to a taken one replaces it. */
final class SlotKeeper implements ExemplarKeeper {

  private final Attributes seriesAttributes;
  private final Clock clock;
  private final @Nullable Exemplar[] slots;
  private int filled;

  SlotKeeper(Attributes seriesAttributes, int size, Clock clock) {
    this.seriesAttributes = seriesAttributes;
    this.slots = new Exemplar[size];
    this.clock = clock;
  }

  @Override
  public void offer(Number value, int slot, Attributes attributes, Context context) {
    Exemplar exemplar =
        new Exemplar(
            value,
            clock.epochNanos(),
            Span.fromContext(context).getSpanContext(),
            without(attributes, seriesAttributes));
    put(slot, exemplar);
  }

  /** What a measurement has and its series has not. */
  static Attributes without(Attributes attributes, Attributes known) {
    if (attributes.equals(known)) {
      return Attributes.empty();
    }
    AttributesBuilder rest = attributes.toBuilder();
    known.forEach((key, value) -> rest.removeIf(key::equals));
    return rest.build();
  }

  private synchronized void put(int slot, Exemplar exemplar) {
    slots[slot < 0 ? anySlot() : slot] = exemplar;
  }

  private int anySlot() {
    return filled < slots.length ? filled++ : ThreadLocalRandom.current().nextInt(slots.length);
  }

  @Override
  public synchronized void collect(List<Exemplar> into) {
    for (int i = 0; i < slots.length; i++) {
      Exemplar exemplar = slots[i];
      if (exemplar != null) {
        into.add(exemplar);
        slots[i] = null;
      }
    }
    filled = 0;
  }
}

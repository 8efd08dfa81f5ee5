package io.heliograph.micrometer;

import io.micrometer.observation.transport.Propagator;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a receiver got; Micrometer does not tell which keys there are. */
record CarrierGetter<C>(Propagator.Getter<C> getter) implements TextMapGetter<C> {

  @Override
  public Iterable<String> keys(C carrier) {
    return List.of();
  }

  @Override
  public @Nullable String get(@Nullable C carrier, String key) {
    return carrier == null ? null : getter.get(carrier, key);
  }
}

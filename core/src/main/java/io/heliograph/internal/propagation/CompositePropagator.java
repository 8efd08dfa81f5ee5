package io.heliograph.internal.propagation;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs propagators one after the other and never throws, whatever they, a getter or a setter do.
 *
 * <p>One that fails leaves the context as it found it; the others still run. Immutable.
 */
final class CompositePropagator implements TextMapPropagator {

  private final TextMapPropagator[] propagators;
  private final Consumer<Throwable> onFailure;

  /**
   * @param onFailure told of every failure; its own are swallowed
   */
  CompositePropagator(List<TextMapPropagator> propagators, Consumer<Throwable> onFailure) {
    this.propagators = propagators.toArray(TextMapPropagator[]::new);
    this.onFailure = onFailure;
  }

  @Override
  public Collection<String> fields() {
    Set<String> fields = new LinkedHashSet<>();
    for (TextMapPropagator propagator : propagators) {
      try {
        fields.addAll(propagator.fields());
      } catch (Throwable e) {
        report(e);
      }
    }
    return fields;
  }

  @Override
  public <C> void inject(
      @Nullable Context context, @Nullable C carrier, @Nullable TextMapSetter<C> setter) {
    if (context == null || setter == null) {
      return;
    }
    for (TextMapPropagator propagator : propagators) {
      try {
        propagator.inject(context, carrier, setter);
      } catch (Throwable e) {
        report(e);
      }
    }
  }

  @Override
  public <C> Context extract(
      @Nullable Context context, @Nullable C carrier, @Nullable TextMapGetter<C> getter) {
    if (context == null) {
      return Context.root();
    }
    if (getter == null) {
      return context;
    }
    Context extracted = context;
    for (TextMapPropagator propagator : propagators) {
      extracted = extract(propagator, extracted, carrier, getter);
    }
    return extracted;
  }

  private <C> Context extract(
      TextMapPropagator propagator, Context context, @Nullable C carrier, TextMapGetter<C> getter) {
    try {
      @Nullable Context extracted = propagator.extract(context, carrier, getter);
      return extracted == null ? context : extracted;
    } catch (Throwable e) {
      report(e);
      return context;
    }
  }

  private void report(Throwable failure) {
    try {
      onFailure.accept(failure);
    } catch (Throwable e) {
      // Whoever counts failures must not cause one in the application.
    }
  }
}

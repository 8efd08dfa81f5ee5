package io.heliograph.internal.pipeline;

import io.heliograph.export.InstrumentationScope;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What a provider hands out, one for each scope. Thread-safe.
 *
 * @param <I> the signal's instrument: a tracer or a logger
 */
public final class Scopes<I> {

  /** Scopes beyond this many get an instrument of their own each time: names cannot leak. */
  private static final int MAX_CACHED = 4096;

  private final Map<InstrumentationScope, I> known = new ConcurrentHashMap<>();
  private final Function<InstrumentationScope, I> factory;

  public Scopes(Function<InstrumentationScope, I> factory) {
    this.factory = factory;
  }

  /** Equal scopes get the same one. */
  public I of(InstrumentationScope scope) {
    I cached = known.get(scope);
    if (cached != null) {
      return cached;
    }
    I created = factory.apply(scope);
    return known.size() < MAX_CACHED ? known.computeIfAbsent(scope, key -> created) : created;
  }
}

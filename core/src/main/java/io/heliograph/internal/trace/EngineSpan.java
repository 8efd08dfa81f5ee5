package io.heliograph.internal.trace;

import io.heliograph.internal.attributes.PreparedAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A span of the engine that records: takes in one go what instrumentation knows only at its end,
 * for which the API has a call each, and each an atomic write.
 */
public interface EngineSpan {

  /**
   * Ends the span with what is known by then. Thread-safe.
   *
   * @param name its last one, {@code null} if it keeps the one it has
   * @param attributes that it gets besides those it has
   */
  void end(@Nullable String name, PreparedAttributes attributes);
}

package io.heliograph.internal.propagation;

import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * A getter that can tell several values of one name apart, such as repeated HTTP headers.
 *
 * <p>{@link TextMapGetter} itself has this method since API 1.50, with the same signature: on a
 * newer API an implementation of this type overrides it, on 1.49 the propagators here still find
 * it.
 *
 * @param <C> the carrier, such as an HTTP request
 */
public interface MultiValueGetter<C> extends TextMapGetter<C> {

  /**
   * Returns all values of {@code key} in the order in which they arrived, none if there is none.
   *
   * @param carrier where to read; null if there is none
   * @param key the name, matched as the carrier matches names (HTTP: whatever the case)
   */
  @SuppressWarnings("MissingOverride") // overrides only from API 1.50 on
  Iterator<String> getAll(@Nullable C carrier, String key);
}

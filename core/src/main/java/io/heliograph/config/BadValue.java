package io.heliograph.config;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A text that is no value of its type. Never quotes the text, which may be a secret: whoever
 * catches it knows the setting.
 */
final class BadValue extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final @Nullable String maybe;

  BadValue() {
    this(null);
  }

  /**
   * @param maybe what the writer probably meant
   */
  BadValue(@Nullable String maybe) {
    super(null, null, false, false);
    this.maybe = maybe;
  }

  @Nullable String maybe() {
    return maybe;
  }
}

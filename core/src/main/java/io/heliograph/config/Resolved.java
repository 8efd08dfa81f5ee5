package io.heliograph.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A setting with what was found for it.
 *
 * @param value null when nobody set it and it has no default
 * @param key as written
 * @param text as written, secrets included
 */
record Resolved<T>(
    Setting<T> setting, @Nullable T value, String key, String text, String origin, State state) {

  /** How it came by its value. */
  enum State {
    WRITTEN,
    PROPOSED,
    INHERITED,
    DEFAULT,
    INVALID
  }

  /** Returns the entry of the setting, null when it was never read. */
  @SuppressWarnings("unchecked") // each key maps to the setting of that key, hence of its type
  static <T> @Nullable Resolved<T> in(Map<String, Resolved<?>> all, Setting<T> setting) {
    return (Resolved<T>) all.get(setting.key());
  }

  boolean isInvalid() {
    return state == State.INVALID;
  }

  /** Whether somebody wrote a value that is valid. */
  boolean isWritten() {
    return state == State.WRITTEN;
  }

  /** Whether it is the value of another setting. */
  boolean isInherited() {
    return state == State.INHERITED;
  }

  String display() {
    return setting.display(text);
  }

  EffectiveSetting effective() {
    return new EffectiveSetting(setting.key(), display(), origin);
  }

  @Override
  public String toString() {
    return effective().toString();
  }
}

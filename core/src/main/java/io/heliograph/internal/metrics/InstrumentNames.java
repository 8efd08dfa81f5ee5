package io.heliograph.internal.metrics;

import org.jspecify.annotations.Nullable;

/**
 * The syntax of names and units.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/metrics/api/#instrument-name-syntax">Instrument
 *     name syntax</a>
 */
final class InstrumentNames {

  static final String SYNTAX = "a letter, then up to 254 letters, digits and _ . - /";

  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_UNIT = 63;

  private InstrumentNames() {}

  static boolean isValid(@Nullable String name) {
    if (name == null || name.isEmpty() || name.length() > LONGEST_NAME) {
      return false;
    }
    return isLetter(name.charAt(0)) && name.chars().allMatch(InstrumentNames::isPart);
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isPart(int c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-' || c == '/';
  }

  /** ASCII of at most 63 characters. */
  static boolean isValidUnit(String unit) {
    return unit.length() <= LONGEST_UNIT && unit.chars().allMatch(c -> c < 0x80);
  }
}

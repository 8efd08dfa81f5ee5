package io.heliograph.micrometer;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Micrometer's base units as the semantic conventions write them: by UCUM, and what UCUM does not
 * know in braces.
 */
final class Units {

  private static final int LONGEST = 61; // The specification's 63 without the braces.

  private Units() {}

  /** Empty if there is none, or one that cannot be written. */
  static String of(@Nullable String unit) {
    String lower = unit == null ? "" : unit.toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "" -> "";
      case "nanoseconds" -> "ns";
      case "microseconds" -> "us";
      case "milliseconds", "ms" -> "ms";
      case "seconds", "s" -> "s";
      case "minutes" -> "min";
      case "hours" -> "h";
      case "days" -> "d";
      case "bytes" -> "By";
      case "kilobytes" -> "kBy";
      case "megabytes" -> "MBy";
      case "gigabytes" -> "GBy";
      case "percent", "%" -> "%";
      default -> isAnnotation(lower) ? "{" + lower + "}" : "";
    };
  }

  private static boolean isAnnotation(String unit) {
    return unit.length() <= LONGEST
        && unit.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '{' && c != '}');
  }
}

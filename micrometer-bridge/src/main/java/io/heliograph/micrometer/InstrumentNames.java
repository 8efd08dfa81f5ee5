package io.heliograph.micrometer;

/**
 * Makes OpenTelemetry names of Micrometer's, which may be anything.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/metrics/api/#instrument-name-syntax">Instrument
 *     name syntax</a>
 */
final class InstrumentNames {

  private static final int LONGEST = 255;

  /** What Micrometer itself puts before a name that must start with a letter. */
  private static final String LETTER_FIRST = "m_";

  private InstrumentNames() {}

  /** The same name if it is valid. */
  static String of(String name) {
    StringBuilder valid = new StringBuilder(name.length() + LETTER_FIRST.length());
    if (name.isEmpty() || !isLetter(name.charAt(0))) {
      valid.append(LETTER_FIRST);
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      valid.append(isPart(c) ? c : '_');
    }
    return valid.length() <= LONGEST ? valid.toString() : shortened(valid);
  }

  /** A hash at the end keeps names apart that begin alike. */
  private static String shortened(StringBuilder name) {
    String hash = "_" + Integer.toHexString(name.toString().hashCode());
    return name.substring(0, LONGEST - hash.length()) + hash;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isPart(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-' || c == '/';
  }
}

package io.heliograph.internal.scrape;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as text. */
final class Numbers {

  private static final long NANOS = 1_000_000_000L;

  private Numbers() {}

  static String text(double value) {
    return Double.isInfinite(value) ? (value > 0 ? "+Inf" : "-Inf") : Double.toString(value);
  }

  static String text(Number value) {
    return value instanceof Double number ? text(number.doubleValue()) : value.toString();
  }

  /** Seconds since the epoch, no digit of the nanoseconds lost. */
  static String seconds(long nanos) {
    return String.format(
        Locale.ROOT, "%d.%09d", Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
  }

  /** The one spelling that OpenMetrics asks for in labels: Go's, with a point. */
  static String canonical(double value) {
    if (!Double.isFinite(value)) {
      return text(value);
    }
    if (value == 0) {
      return "0.0";
    }
    BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = exact.precision() - exact.scale() - 1;
    if (exponent < -4 || exponent >= 6) {
      String digits = exact.movePointLeft(exponent).toPlainString();
      return String.format(Locale.ROOT, "%se%+03d", digits, exponent);
    }
    String plain = exact.toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }
}

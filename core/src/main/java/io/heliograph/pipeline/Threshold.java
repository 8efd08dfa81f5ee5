package io.heliograph.pipeline;

/**
 * Rejection thresholds: of 2<sup>56</sup> possible randomness values, the number that is rejected.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/trace/tracestate-probability-sampling/">Probability
 *     sampling</a>
 */
final class Threshold {

  static final int HEX_DIGITS = 14;

  /** Rejects everything; as a number of values it is one more than randomness can reach. */
  static final long REJECT_ALL = 1L << 56;

  /** The 56 bits of a trace id that are random. */
  static final long RANDOMNESS_MASK = REJECT_ALL - 1;

  /** What the specification recommends: precise to 1 in 65,536, and short in a header. */
  private static final int SIGNIFICANT_DIGITS = 4;

  private Threshold() {}

  /**
   * The threshold for a sampling ratio, rounded to 4 significant hex digits.
   *
   * @throws IllegalArgumentException unless the ratio is from 0 to 1
   */
  static long ofRatio(double ratio) {
    if (!(ratio >= 0 && ratio <= 1)) {
      throw new IllegalArgumentException("a sampling ratio must be a number from 0 to 1");
    }
    long accepted = Math.round(Math.scalb(ratio, 56));
    return accepted == 0 ? REJECT_ALL : round(REJECT_ALL - accepted, digits(ratio));
  }

  /** Leading f digits say only how small the ratio is, so they do not count as precision. */
  private static int digits(double ratio) {
    int leadingFs = -(Math.getExponent(ratio) + 1) / 4;
    return Math.min(HEX_DIGITS, SIGNIFICANT_DIGITS + leadingFs);
  }

  private static long round(long threshold, int digits) {
    int shift = 4 * (HEX_DIGITS - digits);
    return shift == 0 ? threshold : ((threshold + (1L << (shift - 1))) >> shift) << shift;
  }

  /** The form of the {@code th} sub-key: up to 14 hex digits without trailing zeros. */
  static String encode(long threshold) {
    String digits = Long.toHexString(REJECT_ALL | threshold).substring(1);
    int end = digits.length();
    while (end > 1 && digits.charAt(end - 1) == '0') {
      end--;
    }
    return digits.substring(0, end);
  }
}

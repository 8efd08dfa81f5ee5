package io.heliograph.internal.metrics;

/**
 * Maps values to bucket indexes: bucket {@code i} holds values over {@code base^i} and up to {@code
 * base^(i+1)}, the base being 2 to the power of 2 to the power of the negative scale.
 */
final class ExponentialScale {

  private static final long SIGNIFICAND = (1L << 52) - 1;
  private static final double LOG2_E = 1 / Math.log(2);

  private ExponentialScale() {}

  /**
   * The index of a positive finite value; values too small for full precision count as the smallest
   * that has it.
   */
  static int index(double value, int scale) {
    double normal = Math.max(value, Double.MIN_NORMAL);
    int exponent = Math.getExponent(normal);
    boolean powerOfTwo = (Double.doubleToRawLongBits(normal) & SIGNIFICAND) == 0;
    if (scale <= 0) {
      return (powerOfTwo ? exponent - 1 : exponent) >> -scale;
    }
    if (powerOfTwo) {
      return (exponent << scale) - 1;
    }
    return within(normal, exponent, scale);
  }

  /** The logarithm may be off by a rounding error, but never leaves the value's power of two. */
  private static int within(double value, int exponent, int scale) {
    int index = (int) Math.ceil(Math.log(value) * Math.scalb(LOG2_E, scale)) - 1;
    int lowest = exponent << scale;
    return Math.min(Math.max(index, lowest), lowest + (1 << scale) - 1);
  }
}

package io.heliograph.internal.propagation;

/**
 * What one carrier may still add to a baggage: W3C Baggage's limits, over all headers together.
 *
 * <p>Asked before anything is allocated for a member. Not thread-safe, one per carrier.
 */
final class BaggageAllowance {

  static final int MAX_MEMBERS = 64;
  static final int MAX_BYTES = 8192;

  private int members = MAX_MEMBERS;
  private int bytes = MAX_BYTES;

  /** How many bytes of headers may still be looked at; 0 once all members are used up. */
  int bytes() {
    return members == 0 ? 0 : bytes;
  }

  boolean isSpent() {
    return bytes() == 0;
  }

  void spendMember() {
    members--;
  }

  void spendBytes(int spent) {
    bytes -= Math.min(spent, bytes);
  }
}

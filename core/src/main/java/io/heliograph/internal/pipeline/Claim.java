package io.heliograph.internal.pipeline;

import io.heliograph.config.BatchSettings;

/**
 * How many items and how many bytes were ever claimed of a queue, packed into 64 bits so that one
 * atomic write claims both. Each part wraps around; what counts is how far it is ahead of what was
 * given back.
 */
final class Claim {

  /** Four times as many bytes can be told apart as there may be. */
  private static final int BYTE_BITS = 2 + Long.numberOfTrailingZeros(BatchSettings.MOST_BYTES);

  /** Enough for four times {@link BatchSettings#MOST_ITEMS}. */
  private static final int ITEM_BITS = Long.SIZE - BYTE_BITS;

  private static final long BYTE_MASK = (1L << BYTE_BITS) - 1;

  private Claim() {}

  /** The claim after one more item of some bytes. */
  static long next(long claim, int bytes) {
    return (items(claim) + 1) << BYTE_BITS | (claim + bytes & BYTE_MASK);
  }

  /** Items ever claimed, as far as they can be told. */
  static long items(long claim) {
    return claim >>> BYTE_BITS;
  }

  /** Items claimed and not taken; negative if the claim is older than what was taken. */
  static int itemsAhead(long claim, long taken) {
    return (int) ((claim - (taken << BYTE_BITS)) >> BYTE_BITS);
  }

  /** Bytes claimed and not released; negative if the claim is older than what was released. */
  static long bytesAhead(long claim, long released) {
    return (claim - released) << ITEM_BITS >> ITEM_BITS;
  }
}

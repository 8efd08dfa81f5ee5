package io.heliograph.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Both parts of a claim wrap around without touching each other. */
class ClaimTest {

  private static final long ITEMS = 1L << 26;
  private static final long BYTES = 1L << 38;

  @Test
  void countsItemsAndBytesApart() {
    long claim = Claim.next(Claim.next(0, 100), 23);
    assertThat(Claim.itemsAhead(claim, 0)).isEqualTo(2);
    assertThat(Claim.itemsAhead(claim, 1)).isEqualTo(1);
    assertThat(Claim.bytesAhead(claim, 0)).isEqualTo(123);
    assertThat(Claim.bytesAhead(claim, 100)).isEqualTo(23);
  }

  @Test
  void bytesThatWrapAroundAddNoItem() {
    long last = BYTES - 1;
    long claim = Claim.next(last, 5);
    assertThat(Claim.items(claim)).isEqualTo(1);
    assertThat(Claim.bytesAhead(claim, last)).isEqualTo(5);
    assertThat(Claim.bytesAhead(claim, last + 5)).isZero();
  }

  @Test
  void itemsThatWrapAroundLeaveTheBytes() {
    long lastItem = (ITEMS - 1) << 38 | 7;
    long claim = Claim.next(lastItem, 1);
    assertThat(Claim.items(claim)).isZero();
    assertThat(Claim.itemsAhead(claim, ITEMS - 1)).isEqualTo(1);
    assertThat(Claim.bytesAhead(claim, 0)).isEqualTo(8);
  }

  @Test
  void whatWasTakenCountsOnWhereTheClaimWraps() {
    long taken = 5 * ITEMS - 3;
    long claim = 0;
    assertThat(Claim.itemsAhead(claim, taken)).isEqualTo(3);
    assertThat(Claim.itemsAhead(claim, 5 * ITEMS)).isZero();
  }

  @Test
  void aClaimOlderThanWhatWasGivenBackIsBehindIt() {
    long claim = Claim.next(0, 10);
    assertThat(Claim.itemsAhead(claim, 4)).isEqualTo(-3);
    assertThat(Claim.bytesAhead(claim, 25)).isEqualTo(-15);
  }
}

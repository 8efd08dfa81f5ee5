package io.heliograph.internal.hpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 7541 appendix C, and blocks that nobody may send. */
class HpackDecoderTest {

  private static final int LIST_SIZE = 16 * 1024;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400a 6375 7374 6f6d 2d6b 6579 0d63 7573 746f 6d2d 6865 6164 6572"
            + "| custom-key | custom-header | 55",
        "040c 2f73 616d 706c 652f 7061 7468 | :path | /sample/path | 0",
        "1008 7061 7373 776f 7264 0673 6563 7265 74 | password | secret | 0",
        "82 | :method | GET | 0",
      })
  void decodesEveryKindOfField(String block, String name, String value, int tableSize)
      throws Exception {
    HpackDecoder decoder = new HpackDecoder(4096, LIST_SIZE);
    assertThat(decode(decoder, block)).containsExactly(name + ": " + value);
    assertThat(decoder.tableSize()).isEqualTo(tableSize);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8286 8441 0f77 7777 2e65 7861 6d70 6c65 2e63 6f6d"
            + "| 8286 84be 5808 6e6f 2d63 6163 6865"
            + "| 8287 85bf 400a 6375 7374 6f6d 2d6b 6579 0c63 7573 746f 6d2d 7661 6c75 65",
        "8286 8441 8cf1 e3c2 e5f2 3a6b a0ab 90f4 ff"
            + "| 8286 84be 5886 a8eb 1064 9cbf"
            + "| 8287 85bf 4088 25a8 49e9 5ba9 7d7f 8925 a849 e95b b8e8 b4bf",
      })
  void decodesTheRequestsOfTheRfc(String first, String second, String third) throws Exception {
    HpackDecoder decoder = new HpackDecoder(4096, LIST_SIZE);
    String authority = ":authority: www.example.com";
    assertThat(decode(decoder, first))
        .containsExactly(":method: GET", ":scheme: http", ":path: /", authority);
    assertThat(decoder.tableSize()).isEqualTo(57);
    assertThat(decode(decoder, second))
        .containsExactly(
            ":method: GET", ":scheme: http", ":path: /", authority, "cache-control: no-cache");
    assertThat(decoder.tableSize()).isEqualTo(110);
    assertThat(decode(decoder, third))
        .containsExactly(
            ":method: GET",
            ":scheme: https",
            ":path: /index.html",
            authority,
            "custom-key: custom-value");
    assertThat(decoder.tableSize()).isEqualTo(164);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4803 3330 3258 0770 7269 7661 7465 611d 4d6f 6e2c 2032 3120 4f63 7420 3230 3133 2032 303a"
            + " 3133 3a32 3120 474d 546e 1768 7474 7073 3a2f 2f77 7777 2e65 7861 6d70 6c65 2e63"
            + " 6f6d"
            + "| 4803 3330 37c1 c0bf"
            + "| 88c1 611d 4d6f 6e2c 2032 3120 4f63 7420 3230 3133 2032 303a 3133 3a32 3220 474d"
            + " 54c0 5a04 677a 6970 7738 666f 6f3d 4153 444a 4b48 514b 425a 584f 5157 454f 5049"
            + " 5541 5851 5745 4f49 553b 206d 6178 2d61 6765 3d33 3630 303b 2076 6572 7369 6f6e"
            + " 3d31",
        "4882 6402 5885 aec3 771a 4b61 96d0 7abe 9410 54d4 44a8 2005 9504 0b81 66e0 82a6 2d1b ff6e"
            + " 919d 29ad 1718 63c7 8f0b 97c8 e9ae 82ae 43d3"
            + "| 4883 640e ffc1 c0bf"
            + "| 88c1 6196 d07a be94 1054 d444 a820 0595 040b 8166 e084 a62d 1bff c05a 839b d9ab 77ad"
            + " 94e7 821d d7f2 e6c7 b335 dfdf cd5b 3960 d5af 2708 7f36 72c1 ab27 0fb5 291f 9587"
            + " 3160 65c0 03ed 4ee5 b106 3d50 07",
      })
  void decodesTheAnswersOfTheRfcWithATableThatOverflows(String first, String second, String third)
      throws Exception {
    HpackDecoder decoder = new HpackDecoder(256, LIST_SIZE);
    String date = "date: Mon, 21 Oct 2013 20:13:21 GMT";
    String location = "location: https://www.example.com";
    assertThat(decode(decoder, first))
        .containsExactly(":status: 302", "cache-control: private", date, location);
    assertThat(decoder.tableSize()).isEqualTo(222);
    assertThat(decode(decoder, second))
        .containsExactly(":status: 307", "cache-control: private", date, location);
    assertThat(decoder.tableSize()).isEqualTo(222);
    assertThat(decode(decoder, third))
        .containsExactly(
            ":status: 200",
            "cache-control: private",
            "date: Mon, 21 Oct 2013 20:13:22 GMT",
            location,
            "content-encoding: gzip",
            "set-cookie: foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1");
    assertThat(decoder.tableSize()).isEqualTo(215);
  }

  @Test
  void aSizeUpdateEmptiesTheTable() throws Exception {
    HpackDecoder decoder = new HpackDecoder(4096, LIST_SIZE);
    decode(decoder, "4001 6101 62");
    assertThat(decode(decoder, "be")).containsExactly("a: b");
    assertThat(decode(decoder, "20 3fe11f 82")).containsExactly(":method: GET");
    assertThat(decoder.tableSize()).isZero();
    assertThatThrownBy(() -> decode(decoder, "be")).isInstanceOf(MalformedHeaderBlock.class);
  }

  @ParameterizedTest
  @CsvSource({
    "80, index 0",
    "be, index out of range",
    "ffffffffff0f, integer too large",
    "ff80808080808080808001, integer too large",
    "ff, the block ends in an integer",
    "00, the block ends before a string",
    "000161, the block ends before a string",
    "00056162, the block ends in a string",
    "007f80ffffff0761, the block ends in a string",
    "0001 61 81 18, Huffman padding",
    "0001 61 82 1fff, Huffman padding",
    "0001 61 84 ffffffff, end of string in a Huffman code",
    "0001 61 84 fffffffc, end of string in a Huffman code",
    "82 20, table size update",
    "3fe21f, table size update",
  })
  void malformedBlocksAreRefused(String block, String reason) {
    HpackDecoder decoder = new HpackDecoder(4096, LIST_SIZE);
    assertThatThrownBy(() -> decode(decoder, block))
        .isInstanceOf(MalformedHeaderBlock.class)
        .hasMessage(reason);
  }

  @Test
  void noBlockFailsInAnotherWay() {
    Random random = new Random(7541);
    int decoded = 0;
    for (int i = 0; i < 50_000; i++) {
      byte[] block = new byte[1 + random.nextInt(24)];
      random.nextBytes(block);
      try {
        new HpackDecoder(4096, LIST_SIZE).decode(ByteBuffer.wrap(block));
        decoded++;
      } catch (MalformedHeaderBlock malformed) {
        assertThat(malformed).hasMessageMatching("[a-zA-Z0 ]+");
      }
    }
    assertThat(decoded).isBetween(100, 49_900);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100})
  void aListOverTheLimitIsCutAndTheTableGoesOn(int bombs) throws Exception {
    HpackDecoder decoder = new HpackDecoder(4096, 100);
    HeaderList list =
        decoder.decode(ByteBuffer.wrap(octets("4001 6101 62 4001 6301 64" + "be".repeat(bombs))));
    assertThat(list.isTooLarge()).isEqualTo(bombs > 0);
    assertThat(list.fields()).hasSize(2);
    assertThat(decode(decoder, "bf be")).containsExactly("a: b", "c: d");
  }

  private static List<String> decode(HpackDecoder decoder, String block) throws Exception {
    return decoder.decode(ByteBuffer.wrap(octets(block))).fields().stream()
        .map(field -> field.name() + ": " + field.value())
        .toList();
  }

  private static byte[] octets(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}

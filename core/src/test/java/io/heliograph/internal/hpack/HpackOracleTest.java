package io.heliograph.internal.hpack;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.netty.shaded.io.netty.buffer.ByteBuf;
import io.grpc.netty.shaded.io.netty.buffer.Unpooled;
import io.grpc.netty.shaded.io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.grpc.netty.shaded.io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.grpc.netty.shaded.io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.grpc.netty.shaded.io.netty.handler.codec.http2.Http2Headers;
import io.grpc.netty.shaded.io.netty.handler.codec.http2.Http2HeadersEncoder;
import io.grpc.netty.shaded.io.netty.util.AsciiString;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Netty encodes, with Huffman and its table, and we decode; and the other way round. */
class HpackOracleTest {

  @Test
  void decodesWhatNettyEncodes() throws Exception {
    var encoder = new DefaultHttp2HeadersEncoder(Http2HeadersEncoder.NEVER_SENSITIVE, false, 16, 1);
    HpackDecoder decoder = new HpackDecoder(4096, 1 << 20);
    Random random = new Random(7541);
    for (int block = 0; block < 500; block++) {
      Http2Headers headers = new DefaultHttp2Headers(false);
      List<HeaderField> expected = new ArrayList<>();
      for (int i = random.nextInt(8); i >= 0; i--) {
        HeaderField field = new HeaderField("name-" + random.nextInt(20), text(random));
        headers.add(octets(field.name()), octets(field.value()));
        expected.add(field);
      }
      ByteBuf encoded = Unpooled.buffer();
      encoder.encodeHeaders(3, headers, encoded);
      assertThat(decoder.decode(encoded.nioBuffer()).fields())
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void nettyDecodesWhatWeEncode() throws Exception {
    byte[] block =
        new HpackEncoder()
            .add("short", "")
            .add("long", "x".repeat(5000))
            .addSensitive("authorization", "secret")
            .block();
    Http2Headers headers =
        new DefaultHttp2HeadersDecoder(false).decodeHeaders(1, Unpooled.wrappedBuffer(block));
    assertThat(headers.get("short")).hasToString("");
    assertThat(headers.get("long")).hasToString("x".repeat(5000));
    assertThat(headers.get("authorization")).hasToString("secret");
  }

  /** The RFC's own example of a field that no intermediary may keep, C.2.3, but for its length. */
  @Test
  void aSensitiveFieldIsMarked() {
    byte[] block = new HpackEncoder().addSensitive("password", "secret").block();
    assertThat(ByteBuffer.wrap(block).get(0)).isEqualTo((byte) 0x10);
    assertThat(new HpackEncoder().add("a", "b").block()).containsExactly(0, 1, 'a', 1, 'b');
  }

  /** All octets come up, mostly those with short codes. */
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    boolean plain = random.nextBoolean();
    for (int i = random.nextInt(60); i >= 0; i--) {
      text.append((char) (plain ? ' ' + random.nextInt(95) : random.nextInt(256)));
    }
    return text.toString();
  }

  private static AsciiString octets(String text) {
    return new AsciiString(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
  }
}

package io.heliograph.internal.otlp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.heliograph.export.ReadableSpan;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the encoder remembers of earlier spans shows nowhere. */
class RepeatedTextsTest {

  private final Encoder<ReadableSpan> encoder = OtlpEncoder.spans(64 * 1024 * 1024);

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void spansThatComeAgainAreEncodedAsTheFirstTime(long seed) throws Exception {
    List<ReadableSpan> batch = new RandomSpans(seed).batch(50);
    for (int round = 0; round < 4; round++) {
      assertThat(encoded(batch)).isEqualTo(Oracle.request(batch));
    }
  }

  @Test
  void textsOfOneLengthUnderOneKeyAreNotMixedUp() throws Exception {
    String[] texts = {"GET", "GET", "PUT", "GET", "GET", "PUT", "PUT", "PUT", "äöü", "äöü", "GET"};
    for (String text : texts) {
      List<ReadableSpan> batch =
          List.of(TestSpan.of(text, Attributes.builder().put("method", text).build()));
      assertThat(encoded(batch)).isEqualTo(Oracle.request(batch));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 128, 129, 511, 512, 513, 1024, 1300})
  void asciiIsCopiedWhateverItsLength(int length) {
    String text = "heliograph".repeat(200).substring(0, length);
    byte[] array = new byte[length + 6];
    assertThat(new AsciiCopy().copy(text, array, 3)).isTrue();
    assertThat(array).isEqualTo(("\0\0\0" + text + "\0\0\0").getBytes(US_ASCII));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 511, 512, 513, 1299})
  void whatIsNotAsciiIsSeenWhereverItIs(int position) {
    AsciiCopy copy = new AsciiCopy();
    for (String other : List.of("\u0080", "\u00FF", "\u0141", "\uD83D", "\uDE00", "\uFFFF")) {
      StringBuilder text = new StringBuilder("x".repeat(1300));
      text.replace(position, position + 1, other);
      assertThat(copy.copy(text.toString(), new byte[1300], 0)).as(other).isFalse();
      assertThat(copy.copy("then ASCII", new byte[10], 0)).isTrue();
    }
  }

  private ExportTraceServiceRequest encoded(List<ReadableSpan> batch)
      throws InvalidProtocolBufferException {
    assertThat(encoder.encode(batch)).isTrue();
    return ExportTraceServiceRequest.parseFrom(
        ByteBuffer.wrap(encoder.array(), 0, encoder.length()));
  }
}

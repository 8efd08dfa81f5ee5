package io.heliograph.internal.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.export.SendResult;
import io.heliograph.export.SendResult.Refused;
import io.heliograph.export.SendResult.Retryable;
import io.heliograph.export.Sender;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that break HTTP/2 or try to exhaust us: the connection ends, and the call with it. */
class GrpcHostileServerTest {

  private final BlockingQueue<String> goodbyes = new LinkedBlockingQueue<>();

  @ParameterizedTest
  @CsvSource({
    "0, 0, 1, 00, data before headers",
    "0, 8, 1, 05 00 00, more padding than payload",
    "0, 8, 1, '', frame of a wrong length",
    "0, 0, 0, 00, frame without a stream",
    "0, 0, 2, 00, never opened",
    "0, 0, 99, 00, never opened",
    "1, 4, 0, 88, frame without a stream",
    "1, 4, 99, 88, never opened",
    "1, 32, 1, 00, frame of a wrong length",
    "1, 4, 1, be, index out of range",
    "1, 4, 1, 80, index 0",
    "1, 4, 1, ffffffffff7f, integer too large",
    "1, 4, 1, 0001618118, Huffman padding",
    "1, 4, 1, 3fe2ff01, table size update",
    "2, 0, 1, 00, frame of a wrong length",
    "3, 0, 0, 00000000, frame without a stream",
    "3, 0, 1, 00, frame of a wrong length",
    "3, 0, 7, 00000000, never opened",
    "4, 0, 1, '', frame that belongs to no stream",
    "4, 0, 0, 00, SETTINGS of a wrong length",
    "4, 1, 0, 000400000000, frame of a wrong length",
    "4, 0, 0, 000200000001, ENABLE_PUSH",
    "4, 0, 0, 000480000000, INITIAL_WINDOW_SIZE",
    "4, 0, 0, 000500000001, MAX_FRAME_SIZE",
    "4, 0, 0, 000501000000, MAX_FRAME_SIZE",
    "5, 4, 1, 0000000288, PUSH_PROMISE",
    "6, 0, 1, 0000000000000000, frame that belongs to no stream",
    "6, 0, 0, 00, frame of a wrong length",
    "7, 0, 1, 0000000000000000, frame that belongs to no stream",
    "7, 0, 0, 00, GOAWAY of a wrong length",
    "8, 0, 0, 00000000, WINDOW_UPDATE of nothing",
    "8, 0, 1, 00000000, WINDOW_UPDATE of nothing",
    "8, 0, 0, 7fffffff, window too large",
    "8, 0, 1, 7fffffff, window too large",
    "9, 4, 1, 88, header block interrupted",
  })
  void aFrameThatIsNotAllowedEndsTheCall(
      int type, int flags, int streamId, String payload, String reason) throws Exception {
    SendResult result = send(http2 -> http2.frame(type, flags, streamId, payload));
    String text = result instanceof Refused refused ? refused.reason() : retryable(result).reason();
    assertThat(text).contains(reason);
  }

  @Test
  void aViolationIsUnavailableAmbiguousAndAnsweredWithGoAway() throws Exception {
    SendResult result = send(http2 -> http2.frame(RawHttp2.PING, 0, 0, "00"));
    assertThat(result)
        .isEqualTo(
            new Retryable(
                "gRPC UNAVAILABLE: protocol violated: frame of a wrong length (FRAME_SIZE_ERROR)",
                null,
                true));
    assertThat(goodbyes.poll(30, TimeUnit.SECONDS)).isEqualTo("GOAWAY 6");
  }

  @Test
  void aFrameOverTheLimitIsNotRead() throws Exception {
    SendResult result = send(http2 -> http2.frame(RawHttp2.DATA, 0, 1, new byte[16_385]));
    assertThat(retryable(result).reason()).contains("frame of more than 16384");
  }

  @Test
  void anotherFrameInAHeaderBlockIsRefused() throws Exception {
    SendResult result =
        send(http2 -> http2.frame(RawHttp2.HEADERS, 0, 1, "88").frame(RawHttp2.PING, 0, 0, "00"));
    assertThat(retryable(result).reason()).contains("header block interrupted");
  }

  @Test
  void aFloodOfEmptyContinuationsIsRefused() throws Exception {
    SendResult result =
        send(
            http2 -> {
              http2.frame(RawHttp2.HEADERS, 0, 1, "88");
              for (int i = 0; i < 1_000; i++) {
                http2.frame(RawHttp2.CONTINUATION, 0, 1, "");
              }
            });
    assertThat(retryable(result).reason()).contains("header block of more than 16384");
  }

  @Test
  void aHeaderBlockWithoutEndIsRefused() throws Exception {
    SendResult result =
        send(
            http2 -> {
              http2.frame(RawHttp2.HEADERS, 0, 1, "88");
              for (int i = 0; i < 4; i++) {
                http2.frame(RawHttp2.CONTINUATION, 0, 1, new byte[8_000]);
              }
            });
    assertThat(retryable(result).reason()).contains("header block of more than 16384");
  }

  /** One field of 3,000 octets in the table, then a reference of one octet, again and again. */
  @Test
  void aHeaderBombIsNotUnpacked() throws Exception {
    byte[] field = RawHttp2.block("a", "x".repeat(3_000));
    field[0] = 0x40;
    byte[] bomb = Arrays.copyOf(field, field.length + 10_000);
    Arrays.fill(bomb, field.length, bomb.length, (byte) 0xbe);
    SendResult result = send(http2 -> http2.frame(RawHttp2.HEADERS, RawHttp2.END_HEADERS, 1, bomb));
    assertThat(result).isEqualTo(new Refused("gRPC INTERNAL: answer with too large headers"));
  }

  @Test
  void morePingsThanWeMayAnswerEndTheConnection() throws Exception {
    SendResult result =
        send(
            http2 -> {
              for (int i = 0; i < 2_000_000; i++) { // We hang up long before.
                http2.frame(RawHttp2.PING, 0, 0, "0000000000000000");
              }
            });
    assertThat(retryable(result).reason()).contains("too many PING");
  }

  @Test
  void framesWithoutEndAndWithoutACallEndTheConnection() throws Exception {
    try (RawServer server =
            new RawServer(
                socket ->
                    serve(
                        socket,
                        http2 -> {
                          http2.frame(
                              RawHttp2.HEADERS,
                              RawHttp2.END_HEADERS | RawHttp2.END_STREAM,
                              1,
                              RawHttp2.block(":status", "200", "grpc-status", "0"));
                          for (int i = 0; i < 10_010; i++) {
                            http2.frame(0xFE, 0, 0, "");
                          }
                        }));
        Sender sender = GrpcSender.traces(Sends.settings(server.url()))) {
      assertThat(Sends.send(sender)).isEqualTo(new SendResult.Accepted(0, ""));
      assertThat(goodbyes.poll(30, TimeUnit.SECONDS)).isEqualTo("GOAWAY 11");
    }
  }

  @Test
  void aMessageThatClaimsFourGibibytesIsRefusedAtOnce() throws Exception {
    SendResult result =
        send(
            http2 ->
                http2
                    .frame(RawHttp2.HEADERS, RawHttp2.END_HEADERS, 1, answerHeaders())
                    .frame(RawHttp2.DATA, 0, 1, "00 ffffffff"));
    assertThat(result)
        .isEqualTo(new Refused("gRPC RESOURCE_EXHAUSTED: answer larger than 4194304 bytes"));
  }

  @Test
  void anHttp1ServerIsTold() throws Exception {
    try (RawServer server =
        new RawServer(
            socket ->
                new RawHttp2(socket)
                    .octets("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII))
                    .awaitEnd())) {
      assertThat(retryable(send(server, Duration.ofSeconds(20))))
          .isEqualTo(
              new Retryable(
                  "gRPC UNAVAILABLE: protocol violated: the receiver speaks HTTP/1:"
                      + " is this its port for gRPC? (PROTOCOL_ERROR)",
                  null,
                  false));
    }
  }

  @Test
  void garbageForAGreetingIsRefused() throws Exception {
    try (RawServer server =
        new RawServer(
            socket ->
                new RawHttp2(socket).frame(RawHttp2.PING, 0, 0, "0000000000000000").awaitEnd())) {
      assertThat(retryable(send(server, Duration.ofSeconds(20))).reason())
          .contains("the receiver does not greet as HTTP/2 does");
    }
  }

  @Test
  void halfAFrameThenSilenceEndsAtTheDeadline() throws Exception {
    try (RawServer server =
        new RawServer(
            socket -> {
              RawHttp2 http2 = new RawHttp2(socket).greet("");
              http2.awaitRequest();
              http2.octets("\0\0\u0020\1".getBytes(StandardCharsets.ISO_8859_1)).awaitEnd();
            })) {
      assertThat(send(server, Duration.ofSeconds(3)))
          .isEqualTo(new Retryable("gRPC DEADLINE_EXCEEDED: no answer in time", null, true));
    }
  }

  @Test
  void unknownFramesAndSettingsAreIgnored() throws Exception {
    SendResult result =
        send(
            http2 ->
                http2
                    .frame(0xFE, 0xFF, 12, "0102")
                    .frame(RawHttp2.SETTINGS, 0, 0, "00ff00000001")
                    .frame(2, 0, 1, "0000000000")
                    .frame(
                        RawHttp2.HEADERS,
                        RawHttp2.END_HEADERS | RawHttp2.END_STREAM,
                        1,
                        RawHttp2.block(":status", "200", "grpc-status", "0")));
    assertThat(result).isEqualTo(new SendResult.Accepted(0, ""));
  }

  private static byte[] answerHeaders() {
    return RawHttp2.block(":status", "200", "content-type", "application/grpc");
  }

  private interface Behaviour {
    void after(RawHttp2 http2) throws IOException;
  }

  /** A server that greets properly, reads the request and then misbehaves. */
  private SendResult send(Behaviour behaviour) throws Exception {
    try (RawServer server = new RawServer(socket -> serve(socket, behaviour))) {
      return send(server, Duration.ofSeconds(20));
    }
  }

  private void serve(Socket socket, Behaviour behaviour) throws IOException {
    RawHttp2 http2 = new RawHttp2(socket).greet("");
    http2.awaitRequest();
    behaviour.after(http2);
    RawHttp2.Received goAway = http2.await(RawHttp2.GOAWAY);
    goodbyes.add("GOAWAY " + goAway.payload()[7]);
    http2.awaitEnd();
  }

  private static SendResult send(RawServer server, Duration timeout) {
    try (Sender sender = GrpcSender.traces(Sends.settings(server.url(), timeout))) {
      return Sends.send(sender);
    }
  }

  private static Retryable retryable(SendResult result) {
    assertThat(result).isInstanceOf(Retryable.class);
    return (Retryable) result;
  }
}

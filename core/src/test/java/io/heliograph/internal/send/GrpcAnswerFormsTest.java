package io.heliograph.internal.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.export.SendResult;
import io.heliograph.export.SendResult.Accepted;
import io.heliograph.export.SendResult.Refused;
import io.heliograph.export.SendResult.Retryable;
import io.heliograph.export.Sender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which an answer may come, octet by octet. */
class GrpcAnswerFormsTest {

  private static final int LAST = RawHttp2.END_HEADERS | RawHttp2.END_STREAM;

  /** A partial success: one item rejected, and the text "old". */
  private static final String PARTIAL = "0a 07 08 01 12 03 6f6c64";

  @Test
  void trailersAloneAreAWholeAnswer() throws Exception {
    assertThat(
            send(
                http2 ->
                    http2.frame(
                        RawHttp2.HEADERS,
                        LAST,
                        1,
                        RawHttp2.block(
                            ":status",
                            "200",
                            "grpc-status",
                            "3",
                            "grpc-message",
                            "no%20%C3%a9%zz%2"))))
        .isEqualTo(new Refused("gRPC INVALID_ARGUMENT: no é%zz%2"));
  }

  @ParameterizedTest
  @CsvSource({
    "400, INTERNAL",
    "401, UNAUTHENTICATED",
    "403, PERMISSION_DENIED",
    "404, UNIMPLEMENTED",
    "429, UNAVAILABLE",
    "502, UNAVAILABLE",
    "503, UNAVAILABLE",
    "504, UNAVAILABLE",
    "500, UNKNOWN",
    "302, UNKNOWN",
  })
  void anAnswerOfHttpAloneIsMapped(String status, String code) throws Exception {
    String reason = "gRPC " + code + ": HTTP status " + status;
    SendResult expected =
        code.equals("UNAVAILABLE") ? new Retryable(reason, null, false) : new Refused(reason);
    byte[] headers = RawHttp2.block(":status", status, "content-type", "text/html");
    assertThat(send(http2 -> http2.frame(RawHttp2.HEADERS, LAST, 1, headers))).isEqualTo(expected);
    assertThat(
            send(
                http2 ->
                    http2
                        .frame(RawHttp2.HEADERS, RawHttp2.END_HEADERS, 1, headers)
                        .frame(RawHttp2.DATA, RawHttp2.END_STREAM, 1, "3c68746d6c3e")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "application/grpc, true",
    "application/grpc+proto, true",
    "Application/gRPC;charset=utf-8, true",
    "application/grpcish, false",
    "text/html, false",
  })
  void onlyGrpcIsTakenForAnAnswer(String contentType, boolean taken) throws Exception {
    SendResult result = send(http2 -> answer(http2, contentType, "identity", "0000000000"));
    assertThat(result)
        .isEqualTo(
            taken
                ? new Accepted(0, "")
                : new Refused("gRPC UNKNOWN: not gRPC: content type " + contentType));
  }

  @Test
  void aMessageInSmallPaddedPartsAfterAnInformationalAnswerIsPutTogether() throws Exception {
    assertThat(
            send(
                http2 -> {
                  http2.frame(
                      RawHttp2.HEADERS, RawHttp2.END_HEADERS, 1, RawHttp2.block(":status", "103"));
                  begin(http2, "application/grpc", "identity");
                  for (byte octet : octets("00 00000009" + PARTIAL)) {
                    http2.frame(RawHttp2.DATA, 8, 1, new byte[] {2, octet, 0, 0});
                  }
                  http2.frame(RawHttp2.HEADERS, LAST, 1, RawHttp2.block("grpc-status", "0"));
                }))
        .isEqualTo(new Accepted(1, "old"));
  }

  @Test
  void aCompressedMessageIsRead() throws Exception {
    byte[] plain = octets(PARTIAL);
    assertThat(send(http2 -> answer(http2, "application/grpc", "gzip", compressed(plain))))
        .isEqualTo(new Accepted(1, "old"));
  }

  @Test
  void aCompressedBombIsNotUnpacked() throws Exception {
    byte[] bomb = new byte[48 * 1024 * 1024]; // Compressed it fits the window.
    assertThat(send(http2 -> answer(http2, "application/grpc", "gzip", compressed(bomb))))
        .isEqualTo(new Refused("gRPC RESOURCE_EXHAUSTED: answer larger than 4194304 bytes"));
  }

  @ParameterizedTest
  @CsvSource({
    "identity, 01 00000001 00, message compressed in an unknown way",
    "gzip, 01 00000001 00, message is no gzip",
    "gzip, 01 0000000a 00010203040506070809, message is no gzip",
    "identity, 02 00000001 00, unknown kind of message",
    "identity, 00 00000002 00, half a message",
    "identity, 00 00, half a message",
    "identity, 00 00000000 00, more than one message",
  })
  void aMessageThatCannotBeReadIsRefused(String encoding, String message, String reason)
      throws Exception {
    assertThat(send(http2 -> answer(http2, "application/grpc", encoding, message)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).startsWith("gRPC INTERNAL").contains(reason));
  }

  @Test
  void anAnswerWithoutAStatusIsRefused() throws Exception {
    assertThat(
            send(
                http2 -> {
                  begin(http2, "application/grpc", "identity");
                  http2.frame(RawHttp2.DATA, RawHttp2.END_STREAM, 1, "0000000000");
                }))
        .isEqualTo(new Refused("gRPC UNKNOWN: no grpc-status"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CAg=", "CAg", "!!"})
  void detailsMayLackTheirPaddingAndGarbageIsIgnored(String details) throws Exception {
    byte[] trailers =
        RawHttp2.block(":status", "200", "grpc-status", "8", "grpc-status-details-bin", details);
    assertThat(send(http2 -> http2.frame(RawHttp2.HEADERS, LAST, 1, trailers)))
        .isEqualTo(new Refused("gRPC RESOURCE_EXHAUSTED"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void retryInfoIsReadWithPaddingAndWithout(boolean padded) throws Exception {
    String type = "type.googleapis.com/google.rpc.RetryInfo";
    byte[] status =
        ("\u001a\u0030\n(" + type + "\u0012\u0004\n\u0002\b\u0011")
            .getBytes(StandardCharsets.US_ASCII);
    Base64.Encoder base64 = padded ? Base64.getEncoder() : Base64.getEncoder().withoutPadding();
    String details = base64.encodeToString(status);
    assertThat(details.endsWith("=")).isEqualTo(padded);
    byte[] trailers =
        RawHttp2.block(":status", "200", "grpc-status", "8", "grpc-status-details-bin", details);
    assertThat(send(http2 -> http2.frame(RawHttp2.HEADERS, LAST, 1, trailers)))
        .isEqualTo(new Retryable("gRPC RESOURCE_EXHAUSTED", Duration.ofSeconds(17), false));
  }

  @ParameterizedTest
  @CsvSource({
    "0, INTERNAL, NO_ERROR",
    "1, INTERNAL, PROTOCOL_ERROR",
    "2, INTERNAL, INTERNAL_ERROR",
    "7, UNAVAILABLE, REFUSED_STREAM",
    "8, CANCELLED, CANCEL",
    "11, RESOURCE_EXHAUSTED, ENHANCE_YOUR_CALM",
    "12, PERMISSION_DENIED, INADEQUATE_SECURITY",
    "13, UNKNOWN, HTTP_1_1_REQUIRED",
    "99, INTERNAL, INTERNAL_ERROR",
  })
  void aResetStreamIsMapped(int number, String code, String name) throws Exception {
    String reason = "gRPC " + code + ": stream reset with " + name;
    boolean retried = code.equals("UNAVAILABLE") || code.equals("CANCELLED");
    assertThat(
            send(
                http2 ->
                    http2.frame(RawHttp2.RST_STREAM, 0, 1, new byte[] {0, 0, 0, (byte) number})))
        .isEqualTo(
            retried
                ? new Retryable(reason, null, !name.equals("REFUSED_STREAM"))
                : new Refused(reason));
  }

  /** No gRPC message larger than the limit is ever kept: it gets no more window than it may use. */
  @Test
  void anEndlessAnswerIsCutOffAtItsFirstMessage() throws Exception {
    BlockingQueue<Integer> resets = new LinkedBlockingQueue<>();
    assertThat(
            send(
                http2 -> {
                  begin(http2, "application/grpc", "identity");
                  http2.frame(RawHttp2.DATA, 0, 1, "00 00400000");
                  for (int i = 0; i < 4 * 64 + 1; i++) {
                    http2.frame(RawHttp2.DATA, 0, 1, new byte[16_384]);
                    if (i % 2 == 1) {
                      http2.await(RawHttp2.WINDOW_UPDATE);
                    }
                  }
                  resets.add((int) http2.await(RawHttp2.RST_STREAM).payload()[3]);
                }))
        .isEqualTo(new Refused("gRPC INTERNAL: more than one message"));
    assertThat(resets.poll(30, TimeUnit.SECONDS)).isEqualTo(8);
  }

  @Test
  void reservedMetadataIsNotSentTwice() throws Exception {
    try (GrpcServer server = new GrpcServer();
        Sender sender =
            GrpcSender.traces(
                Sends.settings(
                    server.url(),
                    Map.of("TE", "gzip", "Content-Type", "text/plain", "X-Team", "a, b")))) {
      assertThat(Sends.send(sender)).isEqualTo(new Accepted(0, ""));
      assertThat(server.receivedHeaders.toString())
          .contains("content-type=application/grpc,")
          .contains("x-team=a, b")
          .doesNotContain("text/plain");
    }
  }

  private static void answer(RawHttp2 http2, String contentType, String encoding, String message)
      throws IOException {
    answer(http2, contentType, encoding, octets(message));
  }

  private static void answer(RawHttp2 http2, String contentType, String encoding, byte[] message)
      throws IOException {
    begin(http2, contentType, encoding);
    for (int from = 0; from < message.length; from += 16_000) {
      int to = Math.min(message.length, from + 16_000);
      http2.frame(RawHttp2.DATA, 0, 1, Arrays.copyOfRange(message, from, to));
    }
    http2.frame(RawHttp2.HEADERS, LAST, 1, RawHttp2.block("grpc-status", "0"));
  }

  private static void begin(RawHttp2 http2, String contentType, String encoding)
      throws IOException {
    http2.frame(
        RawHttp2.HEADERS,
        RawHttp2.END_HEADERS,
        1,
        RawHttp2.block(":status", "200", "content-type", contentType, "grpc-encoding", encoding));
  }

  private static byte[] compressed(byte[] message) {
    byte[] gzip = Gzip.compress(message, message.length);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(GrpcMessage.prefix(true, gzip.length));
    whole.writeBytes(gzip);
    return whole.toByteArray();
  }

  private static byte[] octets(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  private interface Behaviour {
    void after(RawHttp2 http2) throws IOException;
  }

  private static SendResult send(Behaviour behaviour) throws Exception {
    try (RawServer server =
            new RawServer(
                socket -> {
                  RawHttp2 http2 = new RawHttp2(socket).greet("");
                  http2.awaitRequest();
                  behaviour.after(http2);
                  http2.awaitEnd();
                });
        Sender sender = GrpcSender.traces(Sends.settings(server.url()))) {
      return Sends.send(sender);
    }
  }
}

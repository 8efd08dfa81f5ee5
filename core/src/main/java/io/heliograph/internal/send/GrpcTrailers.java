package io.heliograph.internal.send;

import io.heliograph.internal.hpack.HeaderList;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The status at the end of an answer.
 *
 * @see <a
 *     href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md#responses">Responses</a>
 */
final class GrpcTrailers {

  private static final int HEX = 16;
  private static final int ESCAPE_LENGTH = 3;

  private GrpcTrailers() {}

  /**
   * @param message what has come before, null for nothing
   */
  static GrpcOutcome read(HeaderList trailers, byte @Nullable [] message) {
    String status = trailers.first("grpc-status");
    if (status == null) {
      String http = trailers.first(":status");
      return GrpcOutcome.refused(
          GrpcCode.ofHttp(http), http == null ? "no grpc-status" : "HTTP status " + http);
    }
    String text = trailers.first("grpc-message");
    return new GrpcOutcome(
        GrpcCode.ofStatus(status),
        text == null ? "" : percentDecoded(text),
        details(trailers.first("grpc-status-details-bin")),
        message,
        true);
  }

  /** What is no escape stays as it is. */
  private static String percentDecoded(String text) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      int octet = text.charAt(i) == '%' ? escaped(text, i) : -1;
      octets.write(octet < 0 ? text.charAt(i) : octet);
      i += octet < 0 ? 0 : ESCAPE_LENGTH - 1;
    }
    return octets.toString(StandardCharsets.UTF_8);
  }

  private static int escaped(String text, int at) {
    if (at + ESCAPE_LENGTH > text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at + 1), HEX);
    int low = Character.digit(text.charAt(at + 2), HEX);
    return high < 0 || low < 0 ? -1 : high * HEX + low;
  }

  /** Base64 with padding or without. */
  private static byte @Nullable [] details(@Nullable String base64) {
    try {
      return base64 == null ? null : Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException garbage) {
      return null;
    }
  }
}

package io.heliograph.instrumentation;

import org.jspecify.annotations.Nullable;

/** The protocol as frameworks name it. */
public final class HttpVersions {

  private static final String PREFIX = "HTTP";

  private HttpVersions() {}

  /**
   * {@code 1.1} of {@code HTTP/1.1} or {@code HTTP_1_1}, {@code 2} of {@code HTTP/2.0} or {@code
   * HTTP_2}; {@code null} if unknown.
   */
  public static @Nullable String number(@Nullable String protocol) {
    if (protocol == null) {
      return null;
    }
    return switch (protocol) {
      case "HTTP/1.1", "HTTP_1_1" -> "1.1";
      case "HTTP/1.0", "HTTP_1_0" -> "1.0";
      case "HTTP/2", "HTTP/2.0", "HTTP_2", "HTTP_2_0" -> "2";
      case "HTTP/3", "HTTP/3.0", "HTTP_3", "HTTP_3_0" -> "3";
      default -> unknown(protocol);
    };
  }

  private static @Nullable String unknown(String protocol) {
    return protocol.length() > PREFIX.length() && protocol.startsWith(PREFIX)
        ? protocol.substring(PREFIX.length() + 1)
        : null;
  }
}

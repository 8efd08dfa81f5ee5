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
    if (protocol == null || protocol.length() <= PREFIX.length() || !protocol.startsWith(PREFIX)) {
      return null;
    }
    return switch (protocol.substring(PREFIX.length() + 1)) {
      case "1.0", "1_0" -> "1.0";
      case "1.1", "1_1" -> "1.1";
      case "2", "2.0" -> "2";
      case "3", "3.0" -> "3";
      default -> protocol.substring(PREFIX.length() + 1);
    };
  }
}

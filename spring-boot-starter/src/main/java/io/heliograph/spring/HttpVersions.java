package io.heliograph.spring;

import org.jspecify.annotations.Nullable;

/** The protocol as servers name it. */
final class HttpVersions {

  private HttpVersions() {}

  /** {@code 1.1} of {@code HTTP/1.1}, {@code 2} of {@code HTTP/2.0}; {@code null} if unknown. */
  static @Nullable String number(@Nullable String protocol) {
    if (protocol == null || !protocol.startsWith("HTTP/")) {
      return null;
    }
    String number = protocol.substring("HTTP/".length());
    return number.equals("2.0") || number.equals("3.0") ? number.substring(0, 1) : number;
  }
}

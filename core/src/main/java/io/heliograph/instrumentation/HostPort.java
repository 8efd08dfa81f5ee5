package io.heliograph.instrumentation;

import org.jspecify.annotations.Nullable;

/**
 * A host and port as they stand in a {@code Host} header or a URL's authority.
 *
 * @param host a name or address, IPv6 without its brackets; never empty
 * @param port -1 if not given or not a port
 */
record HostPort(String host, int port) {

  private static final int MAX_PORT = 65535;

  /** Parses {@code host}, {@code host:port}, {@code [v6]} or {@code [v6]:port}; never throws. */
  static @Nullable HostPort parse(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (text.charAt(0) == '[') {
      return bracketed(text);
    }
    int colon = text.lastIndexOf(':');
    if (colon != text.indexOf(':')) {
      return new HostPort(text, -1); // a bare IPv6 address
    }
    String host = colon < 0 ? text : text.substring(0, colon);
    return host.isEmpty() ? null : new HostPort(host, colon < 0 ? -1 : port(text, colon + 1));
  }

  private static @Nullable HostPort bracketed(String text) {
    int end = text.indexOf(']');
    if (end <= 1) {
      return null;
    }
    boolean hasPort = end + 1 < text.length() && text.charAt(end + 1) == ':';
    return new HostPort(text.substring(1, end), hasPort ? port(text, end + 2) : -1);
  }

  private static int port(String text, int from) {
    int port = 0;
    for (int i = from; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      port = port * 10 + digit;
      if (port > MAX_PORT) {
        return -1;
      }
    }
    return port == 0 ? -1 : port;
  }

  /** The port, or the scheme's own if none was given; -1 if neither is known. */
  int portOr(@Nullable String scheme) {
    if (port > 0 || scheme == null) {
      return port;
    }
    return switch (scheme) {
      case "http", "ws" -> 80;
      case "https", "wss" -> 443;
      default -> -1;
    };
  }
}

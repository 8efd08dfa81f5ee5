package io.heliograph.instrumentation;

import org.jspecify.annotations.Nullable;

/**
 * What the first proxy says of the original request, from {@code Forwarded} (RFC 7239) or else the
 * {@code X-Forwarded-*} headers. Linear, never throws.
 */
final class Forwarded {

  private Forwarded() {}

  /** The client's address, without its port. */
  static @Nullable <Q> String clientAddress(HttpServerAdapter<Q, ?> adapter, Q request) {
    HostPort node = HostPort.parse(read(adapter, request, "for", "x-forwarded-for"));
    return node == null ? null : node.host();
  }

  /** The host and optional port that the client asked for. */
  static @Nullable <Q> String authority(HttpServerAdapter<Q, ?> adapter, Q request) {
    return read(adapter, request, "host", "x-forwarded-host");
  }

  /** The scheme that the client used. */
  static @Nullable <Q> String scheme(HttpServerAdapter<Q, ?> adapter, Q request) {
    return read(adapter, request, "proto", "x-forwarded-proto");
  }

  private static @Nullable <Q> String read(
      HttpServerAdapter<Q, ?> adapter, Q request, String parameter, String header) {
    String forwarded = adapter.header(request, "forwarded");
    String value = forwarded == null ? null : parameter(forwarded, parameter);
    if (value == null) {
      value = first(adapter.header(request, header));
    }
    return value == null || value.isEmpty() ? null : value;
  }

  private static @Nullable String first(@Nullable String list) {
    if (list == null) {
      return null;
    }
    int comma = list.indexOf(',');
    return (comma < 0 ? list : list.substring(0, comma)).strip();
  }

  /** The value of a parameter in the first element of a {@code Forwarded} header. */
  private static @Nullable String parameter(String forwarded, String name) {
    int start = 0;
    while (start < forwarded.length()) {
      int end = end(forwarded, start);
      int equals = Urls.indexOf('=', forwarded, start, end);
      if (equals < end && forwarded.substring(start, equals).strip().equalsIgnoreCase(name)) {
        return unquoted(forwarded.substring(equals + 1, end).strip());
      }
      if (end == forwarded.length() || forwarded.charAt(end) == ',') {
        return null;
      }
      start = end + 1;
    }
    return null;
  }

  /** The first semicolon or comma outside quotes; the length if there is none. */
  private static int end(String text, int from) {
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ';' || c == ',')) {
        return i;
      }
    }
    return text.length();
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}

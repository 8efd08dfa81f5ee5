package io.heliograph.instrumentation;

import org.jspecify.annotations.Nullable;

/** Finds the parts of a URL without validating it: linear, never throws. */
final class Urls {

  /** No host's name is longer; what is may come from outside and is not remembered. */
  static final int LONGEST_AUTHORITY = 256;

  private Urls() {}

  /** The scheme, {@code null} if the URL has none. */
  static @Nullable String scheme(String url) {
    int end = url.indexOf("://");
    return end > 0 && end < pathStart(url, 0) ? url.substring(0, end) : null;
  }

  /** The host and port, {@code null} if the URL has none. */
  static @Nullable HostPort hostPort(String url) {
    int start = authorityStart(url);
    int end = pathStart(url, start);
    int at = url.lastIndexOf('@', end - 1);
    return HostPort.parse(url.substring(at < start ? start : at + 1, end));
  }

  /** Where user info, host and port begin. */
  static int authorityStart(String url) {
    if (url.startsWith("//")) {
      return 2;
    }
    int slashes = url.indexOf("://");
    return slashes >= 0 && slashes < pathStart(url, 0) ? slashes + 3 : 0;
  }

  /** Where scheme, user info, host and port end: no more of a URL is read for its server. */
  static int originEnd(String url) {
    return pathStart(url, authorityStart(url));
  }

  /** The first slash, question mark or hash from an index on; the length if there is none. */
  static int pathStart(String url, int from) {
    for (int i = from; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c == '/' || c == '?' || c == '#') {
        return i;
      }
    }
    return url.length();
  }

  /**
   * The first place of a character in a range; its end if there is none. Bounded, or a text without
   * that character would be read again for each of its parts.
   */
  static int indexOf(char wanted, String text, int from, int to) {
    int at = from;
    while (at < to && text.charAt(at) != wanted) {
      at++;
    }
    return at;
  }
}

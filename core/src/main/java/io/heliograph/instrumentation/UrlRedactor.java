package io.heliograph.instrumentation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes credentials out of URLs and queries, see {@code url.full} and {@code url.query} in the
 * semantic conventions. Linear, never throws; a text with nothing to hide is returned as it is.
 */
final class UrlRedactor {

  private static final String REDACTED = "REDACTED";

  private final String[] sensitiveKeys;

  UrlRedactor(Set<String> sensitiveKeys) {
    this.sensitiveKeys = sensitiveKeys.toArray(String[]::new);
  }

  /** A URL with its user info and its sensitive parameters' values redacted. */
  String url(String url) {
    String safe = withoutUserInfo(url);
    int question = safe.indexOf('?');
    int hash = safe.indexOf('#');
    if (question < 0 || (hash >= 0 && hash < question)) {
      return safe;
    }
    return parameters(safe, question + 1, hash < 0 ? safe.length() : hash);
  }

  /** A query with its sensitive parameters' values redacted. */
  @Nullable String query(@Nullable String query) {
    return query == null ? null : parameters(query, 0, query.length());
  }

  private static String withoutUserInfo(String url) {
    int start = Urls.authorityStart(url);
    int at = url.lastIndexOf('@', Urls.pathStart(url, start) - 1);
    return at < start
        ? url
        : url.substring(0, start) + REDACTED + ":" + REDACTED + url.substring(at);
  }

  private String parameters(String text, int from, int to) {
    StringBuilder safe = null;
    int copied = 0;
    for (int start = from; start < to; ) {
      int end = Urls.indexOf('&', text, start, to);
      int equals = Urls.indexOf('=', text, start, end);
      if (equals < end && isSensitive(text, start, equals)) {
        safe = safe == null ? new StringBuilder(text.length()) : safe;
        safe.append(text, copied, equals + 1).append(REDACTED);
        copied = end;
      }
      start = end + 1;
    }
    return safe == null ? text : safe.append(text, copied, text.length()).toString();
  }

  private boolean isSensitive(String text, int from, int to) {
    for (String key : sensitiveKeys) {
      if (key.length() == to - from && text.startsWith(key, from)) {
        return true;
      }
    }
    return false;
  }
}

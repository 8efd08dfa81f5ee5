package io.heliograph.instrumentation;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a call has in common with others. Thread-safe.
 *
 * <p>Remembers the servers that an application calls, of which there are few. Where a URL has user
 * info nothing is remembered: it may be a password.
 */
final class HttpClientRequests {

  /** A template that was made for one call may be as long as its URL. */
  private static final int LONGEST_TEMPLATE = 1024;

  private static final int ORIGINS = 64;

  private final SeriesCache<HttpClientRequest> known = new SeriesCache<>();

  /** Saves each call a text of its own; two that share a place cost each other that text. */
  private final AtomicReferenceArray<@Nullable String> origins =
      new AtomicReferenceArray<>(ORIGINS);

  /** The request of these values. */
  HttpClientRequest of(String method, @Nullable String url, @Nullable String template) {
    String origin = url == null ? "" : origin(url);
    HttpClientRequest request = known.find(method, origin, template, null, null, 0);
    if (request != null) {
      return request;
    }
    request = HttpClientRequest.of(method, origin, template);
    return isMemorable(origin) && (template == null || template.length() <= LONGEST_TEMPLATE)
        ? known.add(request, method, origin, template, null, null, 0)
        : request;
  }

  private String origin(String url) {
    int end = Urls.originEnd(url);
    if (end == 0) {
      return "";
    }
    int place = 31 * (31 * end + url.charAt(end - 1)) + url.charAt(end / 2) & ORIGINS - 1;
    String last = origins.get(place);
    if (last != null && last.length() == end && url.startsWith(last)) {
      return last;
    }
    String origin = url.substring(0, end);
    if (isMemorable(origin)) {
      origins.set(place, origin);
    }
    return origin;
  }

  private static boolean isMemorable(String origin) {
    return origin.length() <= Urls.LONGEST_AUTHORITY && origin.indexOf('@') < 0;
  }
}

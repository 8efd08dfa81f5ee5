package io.heliograph.instrumentation;

import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a server request's headers for propagators; repeated headers are joined.
 *
 * <p>Joining makes two {@code traceparent} headers invalid, as W3C Trace Context asks, and two
 * {@code baggage} headers one. What is joined is bounded before anything is allocated, so that a
 * thousand headers cost no memory; a header is never cut.
 */
final class HeaderGetter<Q> implements TextMapGetter<Q> {

  /** What W3C Baggage allows over all headers together. */
  private static final int MAX_JOINED_CHARS = 8192;

  private final HttpServerAdapter<Q, ?> adapter;

  HeaderGetter(HttpServerAdapter<Q, ?> adapter) {
    this.adapter = adapter;
  }

  @Override
  public Iterable<String> keys(Q request) {
    return adapter.headerNames(request);
  }

  @Override
  public @Nullable String get(@Nullable Q request, String key) {
    if (request == null) {
      return null;
    }
    List<String> values = adapter.headers(request, key);
    return switch (values.size()) {
      case 0 -> null;
      case 1 -> values.get(0);
      default -> joined(values);
    };
  }

  /** Overrides what newer versions of the API have and the one compiled against has not. */
  @SuppressWarnings("unused")
  public Iterator<String> getAll(@Nullable Q request, String key) {
    List<String> values = request == null ? List.of() : adapter.headers(request, key);
    return switch (values.size()) {
      case 0 -> Collections.emptyIterator(); // Which makes no object, as most headers are absent.
      case 1 -> values.iterator();
      default -> List.of(joined(values)).iterator();
    };
  }

  private static String joined(List<String> values) {
    StringBuilder joined = new StringBuilder(joinedLength(values));
    for (String value : values) {
      int length = value.length() + (joined.isEmpty() ? 0 : 1);
      if (joined.length() + length <= MAX_JOINED_CHARS) {
        joined.append(joined.isEmpty() ? "" : ",").append(value);
      }
    }
    return joined.toString();
  }

  private static int joinedLength(List<String> values) {
    int length = 0;
    for (String value : values) {
      length = Math.min(length + value.length() + 1, MAX_JOINED_CHARS);
    }
    return length;
  }
}

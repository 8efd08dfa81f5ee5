package io.heliograph.instrumentation;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;
import java.util.Locale;

/** The headers that the configuration asks for, with their attribute keys made once. */
final class CapturedHeaders {

  /** Reads all values of a header from a message. */
  interface Reader<M> {
    List<String> headers(M message, String name);
  }

  private final Header[] headers;

  private CapturedHeaders(Header[] headers) {
    this.headers = headers;
  }

  static CapturedHeaders ofRequest(List<String> names) {
    return of("http.request.header.", names);
  }

  static CapturedHeaders ofResponse(List<String> names) {
    return of("http.response.header.", names);
  }

  private static CapturedHeaders of(String prefix, List<String> names) {
    return new CapturedHeaders(
        names.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .distinct()
            .map(name -> new Header(name, AttributeKey.stringArrayKey(prefix + name)))
            .toArray(Header[]::new));
  }

  <M> void record(M message, Reader<M> reader, AttributeSink span) {
    for (Header header : headers) {
      List<String> values = reader.headers(message, header.name());
      if (!values.isEmpty()) {
        span.setAttribute(header.key(), values);
      }
    }
  }

  private record Header(String name, AttributeKey<List<String>> key) {}
}

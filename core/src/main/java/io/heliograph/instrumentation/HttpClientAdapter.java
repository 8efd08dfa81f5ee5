package io.heliograph.instrumentation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a client library's request and reads its response, and decides nothing.
 *
 * <p>Implementations are stateless and thread-safe. What a library cannot tell is {@code null}, -1
 * or 0, as each method says. Header names are compared without regard to case.
 *
 * @param <Q> the library's request; where that is immutable, a holder that {@link #setHeader} can
 *     change
 * @param <S> the library's response
 */
public interface HttpClientAdapter<Q, S> {

  /** The instrumentation scope's name, such as {@code io.heliograph.spring.restclient}. */
  String instrumentationName();

  /** The method as it will be sent. */
  @Nullable String method(Q request);

  /** The absolute URL, unredacted. */
  @Nullable String url(Q request);

  /** The template that the URL was made from, such as {@code /orders/{id}}. */
  default @Nullable String urlTemplate(Q request) {
    return null;
  }

  /** How often this request was sent before: 0 for the first attempt. */
  default int resendCount(Q request) {
    return 0;
  }

  /** All values of a header in their order, empty if it is absent. */
  List<String> headers(Q request, String name);

  /** Sets a header, replacing what it had. */
  void setHeader(Q request, String name, String value);

  /** The status code, 0 if none was received. */
  int statusCode(S response);

  /** All values of a response header in their order, empty if it is absent. */
  List<String> responseHeaders(S response, String name);

  /** The version alone: {@code 1.0}, {@code 1.1}, {@code 2} or {@code 3}. */
  default @Nullable String protocolVersion(S response) {
    return null;
  }

  /** The IP address of the other end of the connection. */
  default @Nullable String peerAddress(S response) {
    return null;
  }

  /** The port of the other end of the connection, -1 if unknown. */
  default int peerPort(S response) {
    return -1;
  }
}

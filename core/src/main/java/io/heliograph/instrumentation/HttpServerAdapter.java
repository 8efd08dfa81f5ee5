package io.heliograph.instrumentation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a framework's server request and response, and decides nothing.
 *
 * <p>Implementations are stateless and thread-safe. What a framework cannot tell is {@code null},
 * -1 or 0, as each method says. Header names are compared without regard to case.
 *
 * @param <Q> the framework's request
 * @param <S> the framework's response
 */
public interface HttpServerAdapter<Q, S> {

  /** The instrumentation scope's name, such as {@code io.heliograph.spring.webmvc}. */
  String instrumentationName();

  /** The method as the client sent it. */
  @Nullable String method(Q request);

  /** {@code http} or {@code https}, as the framework sees it. */
  @Nullable String scheme(Q request);

  /** The raw path, without query. */
  @Nullable String path(Q request);

  /** The raw query, without the question mark. */
  @Nullable String query(Q request);

  /** The host and optional port that the client asked for: {@code :authority} or {@code Host}. */
  default @Nullable String authority(Q request) {
    return header(request, "host");
  }

  /** The IP address of the other end of the connection. */
  @Nullable String peerAddress(Q request);

  /** The port of the other end of the connection, -1 if unknown. */
  int peerPort(Q request);

  /** The version alone: {@code 1.0}, {@code 1.1}, {@code 2} or {@code 3}. */
  @Nullable String protocolVersion(Q request);

  /** The names of all headers of the request. */
  Iterable<String> headerNames(Q request);

  /** The first value of a header. */
  @Nullable String header(Q request, String name);

  /** All values of a header in their order, empty if it is absent. */
  List<String> headers(Q request, String name);

  /**
   * The route that the framework matched, such as {@code /orders/{id}}: never a path. Asked at the
   * start without a response and again at the end.
   */
  @Nullable String route(Q request, @Nullable S response);

  /** The status code, 0 if none was sent. */
  int statusCode(S response);

  /** All values of a response header in their order, empty if it is absent. */
  List<String> responseHeaders(S response, String name);
}

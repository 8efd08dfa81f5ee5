package io.heliograph.instrumentation;

import io.heliograph.internal.attributes.PreparedAttributes;
import org.jspecify.annotations.Nullable;

/**
 * What a call says before it is sent, as far as many say the same: made once for them.
 *
 * @param method a known one or {@code _OTHER}
 * @param address of the server
 * @param port of the server, the scheme's own if the URL has none; -1 if neither is known
 * @param attributes of its span
 */
record HttpClientRequest(
    String method,
    @Nullable String address,
    int port,
    String spanName,
    PreparedAttributes attributes) {

  /**
   * Of the calls to one server.
   *
   * @param origin what their URLs begin with, see {@link Urls#originEnd}
   */
  static HttpClientRequest of(String method, String origin, @Nullable String template) {
    HostPort server = Urls.hostPort(origin);
    String address = server == null ? null : server.host();
    int port = server == null ? -1 : server.portOr(Urls.scheme(origin));
    PreparingSink sink = new PreparingSink();
    sink.setAttribute(SemanticAttributes.HTTP_REQUEST_METHOD, method);
    sink.setIfPresent(SemanticAttributes.URL_TEMPLATE, template);
    sink.setIfPresent(SemanticAttributes.SERVER_ADDRESS, address);
    sink.setIfPositive(SemanticAttributes.SERVER_PORT, port);
    return new HttpClientRequest(
        method, address, port, HttpMethods.spanName(method, template), sink.attributes());
  }
}

package io.heliograph.instrumentation;

import org.jspecify.annotations.Nullable;

/** Finds what a request has in common with others. Thread-safe. */
final class HttpServerRequests {

  private final HttpServerMetrics metrics;
  private final SeriesCache<HttpServerRequest> known = new SeriesCache<>();

  HttpServerRequests(HttpServerMetrics metrics) {
    this.metrics = metrics;
  }

  /**
   * The request of these values.
   *
   * @param authority the host and optional port that the client asked for
   */
  HttpServerRequest of(
      String method,
      @Nullable String scheme,
      @Nullable String version,
      @Nullable String authority,
      @Nullable String route) {
    HttpServerRequest request = known.find(method, scheme, version, authority, route, 0);
    if (request != null) {
      return request;
    }
    request = read(method, scheme, version, authority, route);
    return authority != null && authority.length() > Urls.LONGEST_AUTHORITY
        ? request
        : known.add(request, method, scheme, version, authority, route, 0);
  }

  private HttpServerRequest read(
      String method,
      @Nullable String scheme,
      @Nullable String version,
      @Nullable String authority,
      @Nullable String route) {
    PreparingSink sink = new PreparingSink();
    sink.setAttribute(SemanticAttributes.HTTP_REQUEST_METHOD, method);
    sink.setIfPresent(SemanticAttributes.URL_SCHEME, scheme);
    sink.setIfPresent(SemanticAttributes.NETWORK_PROTOCOL_VERSION, version);
    sink.setIfPresent(SemanticAttributes.HTTP_ROUTE, route);
    HostPort server = HostPort.parse(authority);
    if (server != null) {
      sink.setAttribute(SemanticAttributes.SERVER_ADDRESS, server.host());
      sink.setIfPositive(SemanticAttributes.SERVER_PORT, server.portOr(scheme));
    }
    return new HttpServerRequest(
        method,
        scheme,
        version,
        route,
        HttpMethods.spanName(method, route),
        sink.attributes(),
        metrics.active(method, scheme));
  }
}

package io.heliograph.instrumentation;

import org.jspecify.annotations.Nullable;

/**
 * What a request says before it is handled, as far as its span and its metrics share it: read once
 * for both.
 *
 * @param method a known one or {@code _OTHER}
 * @param route if it is known so early
 */
record HttpServerRequest<Q>(
    Q request,
    String method,
    @Nullable String scheme,
    @Nullable String version,
    @Nullable String route) {

  String spanName(@Nullable String route) {
    String name = HttpMethods.inName(method);
    return route == null ? name : name + " " + route;
  }

  void record(AttributeSink span, @Nullable String originalMethod) {
    HttpMethods.record(span, method, originalMethod);
    span.setIfPresent(SemanticAttributes.URL_SCHEME, scheme);
    span.setIfPresent(SemanticAttributes.NETWORK_PROTOCOL_VERSION, version);
    span.setIfPresent(SemanticAttributes.HTTP_ROUTE, route);
  }
}

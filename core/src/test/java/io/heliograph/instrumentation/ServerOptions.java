package io.heliograph.instrumentation;

import java.util.List;
import java.util.Set;

/** The defaults with what a test changes. */
final class ServerOptions {
  private final HttpServerOptions defaults = HttpServerOptions.defaults();
  private Set<String> knownMethods = defaults.knownMethods();
  private List<String> excluded = defaults.excludedPaths();
  private List<String> requestHeaders = defaults.capturedRequestHeaders();
  private List<String> responseHeaders = defaults.capturedResponseHeaders();
  private boolean trustForwardedHeaders = defaults.trustForwardedHeaders();
  private boolean trustRemoteContext = defaults.trustRemoteContext();

  ServerOptions knownMethods(String... methods) {
    knownMethods = Set.of(methods);
    return this;
  }

  ServerOptions exclude(String... globs) {
    excluded = List.of(globs);
    return this;
  }

  ServerOptions capture(String requestHeader, String responseHeader) {
    requestHeaders = List.of(requestHeader);
    responseHeaders = List.of(responseHeader);
    return this;
  }

  ServerOptions trustForwardedHeaders(boolean trust) {
    trustForwardedHeaders = trust;
    return this;
  }

  ServerOptions trustRemoteContext(boolean trust) {
    trustRemoteContext = trust;
    return this;
  }

  HttpServerOptions build() {
    return new HttpServerOptions(
        knownMethods,
        excluded,
        requestHeaders,
        responseHeaders,
        defaults.sensitiveQueryParameters(),
        trustForwardedHeaders,
        trustRemoteContext);
  }
}

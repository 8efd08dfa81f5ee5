package io.heliograph.instrumentation;

import org.jspecify.annotations.Nullable;

/** Everything that a server request says before it is handled, put straight on the span. */
final class HttpServerRequestAttributes<Q> {

  private final HttpServerAdapter<Q, ?> adapter;
  private final HttpMethods methods;
  private final UrlRedactor redactor;
  private final CapturedHeaders headers;
  private final boolean trustForwardedHeaders;

  HttpServerRequestAttributes(
      HttpServerOptions options, HttpMethods methods, HttpServerAdapter<Q, ?> adapter) {
    this.adapter = adapter;
    this.methods = methods;
    this.redactor = new UrlRedactor(options.sensitiveQueryParameters());
    this.headers = CapturedHeaders.ofRequest(options.capturedRequestHeaders());
    this.trustForwardedHeaders = options.trustForwardedHeaders();
  }

  void record(AttributeSink span, Q request, @Nullable String route) {
    methods.record(span, adapter.method(request));
    span.setIfPresent(SemanticAttributes.HTTP_ROUTE, route);
    recordUrl(span, request);
    recordNetwork(span, request);
    span.setIfPresent(
        SemanticAttributes.USER_AGENT_ORIGINAL, adapter.header(request, "user-agent"));
    headers.record(request, adapter::headers, span);
  }

  private void recordUrl(AttributeSink span, Q request) {
    String scheme = scheme(request);
    span.setIfPresent(SemanticAttributes.URL_SCHEME, scheme);
    span.setIfPresent(SemanticAttributes.URL_PATH, adapter.path(request));
    span.setIfPresent(SemanticAttributes.URL_QUERY, redactor.query(adapter.query(request)));
    HostPort server = HostPort.parse(authority(request));
    if (server != null) {
      span.setAttribute(SemanticAttributes.SERVER_ADDRESS, server.host());
      span.setIfPositive(SemanticAttributes.SERVER_PORT, server.portOr(scheme));
    }
  }

  private void recordNetwork(AttributeSink span, Q request) {
    String peer = adapter.peerAddress(request);
    span.setIfPresent(SemanticAttributes.NETWORK_PEER_ADDRESS, peer);
    if (peer != null) {
      span.setIfPositive(SemanticAttributes.NETWORK_PEER_PORT, adapter.peerPort(request));
    }
    String client = trustForwardedHeaders ? Forwarded.clientAddress(adapter, request) : null;
    span.setIfPresent(SemanticAttributes.CLIENT_ADDRESS, client == null ? peer : client);
    span.setIfPresent(
        SemanticAttributes.NETWORK_PROTOCOL_VERSION, adapter.protocolVersion(request));
  }

  private @Nullable String scheme(Q request) {
    String forwarded = trustForwardedHeaders ? Forwarded.scheme(adapter, request) : null;
    return forwarded == null ? adapter.scheme(request) : forwarded;
  }

  private @Nullable String authority(Q request) {
    String forwarded = trustForwardedHeaders ? Forwarded.authority(adapter, request) : null;
    return forwarded == null ? adapter.authority(request) : forwarded;
  }
}

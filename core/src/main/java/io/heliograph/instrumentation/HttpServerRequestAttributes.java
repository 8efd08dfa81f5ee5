package io.heliograph.instrumentation;

import org.jspecify.annotations.Nullable;

/** What a server request says before it is handled: what it shares, and what is its own. */
final class HttpServerRequestAttributes<Q> {

  private final HttpServerAdapter<Q, ?> adapter;
  private final UrlRedactor redactor;
  private final CapturedHeaders headers;
  private final CapturedHeaders.Reader<Q> reader;
  private final boolean trustForwardedHeaders;
  private final HttpMethods methods;
  private final HttpServerRequests requests;

  HttpServerRequestAttributes(
      HttpServerOptions options, HttpServerAdapter<Q, ?> adapter, HttpServerMetrics metrics) {
    this.methods = new HttpMethods(options.knownMethods());
    this.requests = new HttpServerRequests(metrics);
    this.adapter = adapter;
    this.redactor = new UrlRedactor(options.sensitiveQueryParameters());
    this.headers = CapturedHeaders.ofRequest(options.capturedRequestHeaders());
    this.reader = adapter::headers;
    this.trustForwardedHeaders = options.trustForwardedHeaders();
  }

  /**
   * What the request shares with others.
   *
   * @param route if it is known so early
   */
  HttpServerRequest shared(Q request, @Nullable String route) {
    return requests.of(
        methods.known(adapter.method(request)),
        scheme(request),
        adapter.protocolVersion(request),
        authority(request),
        route);
  }

  /** Puts on its span what is its own. */
  void record(AttributeSink span, Q request, HttpServerRequest shared) {
    HttpMethods.recordOriginal(span, shared.method(), adapter.method(request));
    span.setIfPresent(SemanticAttributes.URL_PATH, adapter.path(request));
    span.setIfPresent(SemanticAttributes.URL_QUERY, redactor.query(adapter.query(request)));
    recordNetwork(span, request);
    span.setIfPresent(
        SemanticAttributes.USER_AGENT_ORIGINAL, adapter.header(request, "user-agent"));
    headers.record(request, reader, span);
  }

  private void recordNetwork(AttributeSink span, Q request) {
    String peer = adapter.peerAddress(request);
    span.setIfPresent(SemanticAttributes.NETWORK_PEER_ADDRESS, peer);
    if (peer != null) {
      span.setIfPositive(SemanticAttributes.NETWORK_PEER_PORT, adapter.peerPort(request));
    }
    String client = trustForwardedHeaders ? Forwarded.clientAddress(adapter, request) : null;
    span.setIfPresent(SemanticAttributes.CLIENT_ADDRESS, client == null ? peer : client);
  }

  /** The scheme that the client used, as far as that is known and trusted. */
  private @Nullable String scheme(Q request) {
    String forwarded = trustForwardedHeaders ? Forwarded.scheme(adapter, request) : null;
    return forwarded == null ? adapter.scheme(request) : forwarded;
  }

  private @Nullable String authority(Q request) {
    String forwarded = trustForwardedHeaders ? Forwarded.authority(adapter, request) : null;
    return forwarded == null ? adapter.authority(request) : forwarded;
  }
}

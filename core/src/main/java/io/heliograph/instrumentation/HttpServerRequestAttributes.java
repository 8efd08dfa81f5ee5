package io.heliograph.instrumentation;

import org.jspecify.annotations.Nullable;

/** What a server request says before it is handled, and only its span keeps. */
final class HttpServerRequestAttributes<Q> {

  private final HttpServerAdapter<Q, ?> adapter;
  private final UrlRedactor redactor;
  private final CapturedHeaders headers;
  private final CapturedHeaders.Reader<Q> reader;
  private final boolean trustForwardedHeaders;
  private final ServerAddress.Last servers = new ServerAddress.Last();

  HttpServerRequestAttributes(HttpServerOptions options, HttpServerAdapter<Q, ?> adapter) {
    this.adapter = adapter;
    this.redactor = new UrlRedactor(options.sensitiveQueryParameters());
    this.headers = CapturedHeaders.ofRequest(options.capturedRequestHeaders());
    this.reader = adapter::headers;
    this.trustForwardedHeaders = options.trustForwardedHeaders();
  }

  void record(AttributeSink span, Q request, @Nullable String scheme) {
    recordUrl(span, request, scheme);
    recordNetwork(span, request);
    span.setIfPresent(
        SemanticAttributes.USER_AGENT_ORIGINAL, adapter.header(request, "user-agent"));
    headers.record(request, reader, span);
  }

  private void recordUrl(AttributeSink span, Q request, @Nullable String scheme) {
    span.setIfPresent(SemanticAttributes.URL_PATH, adapter.path(request));
    span.setIfPresent(SemanticAttributes.URL_QUERY, redactor.query(adapter.query(request)));
    String authority = authority(request);
    if (authority != null) {
      ServerAddress server = servers.of(authority, scheme);
      span.setIfPresent(SemanticAttributes.SERVER_ADDRESS, server.host());
      span.setIfPresent(SemanticAttributes.SERVER_PORT, server.port());
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
  }

  /** The scheme that the client used, as far as that is known and trusted. */
  @Nullable String scheme(Q request) {
    String forwarded = trustForwardedHeaders ? Forwarded.scheme(adapter, request) : null;
    return forwarded == null ? adapter.scheme(request) : forwarded;
  }

  private @Nullable String authority(Q request) {
    String forwarded = trustForwardedHeaders ? Forwarded.authority(adapter, request) : null;
    return forwarded == null ? adapter.authority(request) : forwarded;
  }
}

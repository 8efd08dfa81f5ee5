package io.heliograph.spring;

import io.heliograph.instrumentation.HttpServerAdapter;
import io.heliograph.instrumentation.HttpVersions;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;

/** Reads reactive requests. */
final class WebFluxAdapter implements HttpServerAdapter<ServerWebExchange, ServerHttpResponse> {

  @Override
  public String instrumentationName() {
    return "io.heliograph.spring.webflux";
  }

  @Override
  public String method(ServerWebExchange exchange) {
    return exchange.getRequest().getMethod().name();
  }

  @Override
  public @Nullable String scheme(ServerWebExchange exchange) {
    return exchange.getRequest().getURI().getScheme();
  }

  @Override
  public String path(ServerWebExchange exchange) {
    return exchange.getRequest().getPath().value();
  }

  @Override
  public @Nullable String query(ServerWebExchange exchange) {
    return exchange.getRequest().getURI().getRawQuery();
  }

  @Override
  public @Nullable String peerAddress(ServerWebExchange exchange) {
    InetSocketAddress peer = exchange.getRequest().getRemoteAddress();
    return peer == null || peer.getAddress() == null ? null : peer.getAddress().getHostAddress();
  }

  @Override
  public int peerPort(ServerWebExchange exchange) {
    InetSocketAddress peer = exchange.getRequest().getRemoteAddress();
    return peer == null ? -1 : peer.getPort();
  }

  @Override
  public @Nullable String protocolVersion(ServerWebExchange exchange) {
    return HttpVersions.number(NativeRequests.protocol(exchange.getRequest()));
  }

  @Override
  public Iterable<String> headerNames(ServerWebExchange exchange) {
    return Headers.names(exchange.getRequest().getHeaders());
  }

  @Override
  public @Nullable String header(ServerWebExchange exchange, String name) {
    return exchange.getRequest().getHeaders().getFirst(name);
  }

  @Override
  public List<String> headers(ServerWebExchange exchange, String name) {
    return Headers.values(exchange.getRequest().getHeaders(), name);
  }

  /** The catch-all of static resources is no route. */
  @Override
  public @Nullable String route(ServerWebExchange exchange, @Nullable ServerHttpResponse response) {
    Object pattern = exchange.getAttributes().get(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    if (!(pattern instanceof PathPattern route) || route.getPatternString().equals("/**")) {
      return null;
    }
    ServerHttpRequest request = exchange.getRequest();
    return request.getPath().contextPath().value() + route.getPatternString();
  }

  @Override
  public int statusCode(ServerHttpResponse response) {
    HttpStatusCode status = response.getStatusCode();
    return status == null || !response.isCommitted() ? 0 : status.value();
  }

  @Override
  public List<String> responseHeaders(ServerHttpResponse response, String name) {
    return Headers.values(response.getHeaders(), name);
  }
}

package io.heliograph.micronaut;

import io.heliograph.instrumentation.HttpServerAdapter;
import io.heliograph.instrumentation.HttpVersions;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads requests of Micronaut's server. */
final class HttpRequestAdapter implements HttpServerAdapter<HttpRequest<?>, HttpResponse<?>> {

  @Override
  public String instrumentationName() {
    return "io.heliograph.micronaut.http";
  }

  @Override
  public String method(HttpRequest<?> request) {
    return request.getMethodName();
  }

  @Override
  public String scheme(HttpRequest<?> request) {
    return request.isSecure() ? "https" : "http";
  }

  @Override
  public @Nullable String path(HttpRequest<?> request) {
    return request.getUri().getRawPath();
  }

  @Override
  public @Nullable String query(HttpRequest<?> request) {
    return request.getUri().getRawQuery();
  }

  @Override
  public @Nullable String peerAddress(HttpRequest<?> request) {
    InetSocketAddress peer = request.getRemoteAddress();
    return peer == null || peer.getAddress() == null ? null : peer.getAddress().getHostAddress();
  }

  @Override
  public int peerPort(HttpRequest<?> request) {
    InetSocketAddress peer = request.getRemoteAddress();
    return peer == null ? -1 : peer.getPort();
  }

  @Override
  public @Nullable String protocolVersion(HttpRequest<?> request) {
    return HttpVersions.number(request.getHttpVersion().name());
  }

  @Override
  public Iterable<String> headerNames(HttpRequest<?> request) {
    return request.getHeaders().names();
  }

  @Override
  public @Nullable String header(HttpRequest<?> request, String name) {
    return request.getHeaders().get(name);
  }

  @Override
  public List<String> headers(HttpRequest<?> request, String name) {
    return request.getHeaders().getAll(name);
  }

  /** Micronaut's template also lists the parameters of the query: {@code /orders{?page}}. */
  @Override
  public @Nullable String route(HttpRequest<?> request, @Nullable HttpResponse<?> response) {
    String template = BasicHttpAttributes.getUriTemplate(request).orElse(null);
    int query = template == null ? -1 : template.indexOf("{?");
    return template == null || query < 0 ? template : template.substring(0, query);
  }

  @Override
  public int statusCode(HttpResponse<?> response) {
    return response.code();
  }

  @Override
  public List<String> responseHeaders(HttpResponse<?> response, String name) {
    return response.getHeaders().getAll(name);
  }
}

package io.heliograph.spring;

import io.heliograph.instrumentation.HttpServerAdapter;
import io.heliograph.instrumentation.HttpVersions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;

/** Reads servlet requests. */
final class ServletAdapter implements HttpServerAdapter<HttpServletRequest, ServletExchange> {

  @Override
  public String instrumentationName() {
    return "io.heliograph.spring.webmvc";
  }

  @Override
  public String method(HttpServletRequest request) {
    return request.getMethod();
  }

  @Override
  public String scheme(HttpServletRequest request) {
    return request.getScheme();
  }

  @Override
  public String path(HttpServletRequest request) {
    return request.getRequestURI();
  }

  @Override
  public @Nullable String query(HttpServletRequest request) {
    return request.getQueryString();
  }

  @Override
  public String peerAddress(HttpServletRequest request) {
    return request.getRemoteAddr();
  }

  @Override
  public int peerPort(HttpServletRequest request) {
    return request.getRemotePort();
  }

  @Override
  public @Nullable String protocolVersion(HttpServletRequest request) {
    return HttpVersions.number(request.getProtocol());
  }

  @Override
  public Iterable<String> headerNames(HttpServletRequest request) {
    return Collections.list(request.getHeaderNames());
  }

  @Override
  public @Nullable String header(HttpServletRequest request, String name) {
    return request.getHeader(name);
  }

  @Override
  public List<String> headers(HttpServletRequest request, String name) {
    return Collections.list(request.getHeaders(name));
  }

  @Override
  public @Nullable String route(HttpServletRequest request, @Nullable ServletExchange exchange) {
    String kept = exchange == null ? null : exchange.route();
    return kept == null ? route(request) : kept;
  }

  /** The route of the current dispatch; the catch-all of static resources is none. */
  static @Nullable String route(HttpServletRequest request) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return pattern == null || pattern.equals("/**") ? null : below(root(request), pattern);
  }

  /** Mostly the pattern itself, which is the same object for each request. */
  private static String below(String root, Object pattern) {
    return root.isEmpty() ? pattern.toString() : root + pattern;
  }

  private static String root(HttpServletRequest request) {
    boolean belowServlet = request.getHttpServletMapping().getMappingMatch() == MappingMatch.PATH;
    return belowServlet
        ? request.getContextPath() + request.getServletPath()
        : request.getContextPath();
  }

  @Override
  public int statusCode(ServletExchange exchange) {
    return exchange.statusCode();
  }

  @Override
  public List<String> responseHeaders(ServletExchange exchange, String name) {
    Collection<String> values = exchange.response().getHeaders(name);
    return List.copyOf(values);
  }
}

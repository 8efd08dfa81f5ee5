package io.heliograph.vertx;

import io.heliograph.instrumentation.HttpServerAdapter;
import io.heliograph.instrumentation.HttpVersions;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads requests of Vert.x' web server, whoever answers them. */
final class RoutingContextAdapter implements HttpServerAdapter<RoutingContext, HttpServerResponse> {

  private final Function<Context, @Nullable String> template;

  /**
   * @param template the route that a framework above Vert.x has found for a request's context
   */
  RoutingContextAdapter(Function<Context, @Nullable String> template) {
    this.template = template;
  }

  /** The duplicated context of a request. */
  static Context context(RoutingContext routing) {
    return ((HttpServerRequestInternal) routing.request()).context();
  }

  @Override
  public String instrumentationName() {
    return "io.heliograph.vertx.http";
  }

  @Override
  public String method(RoutingContext routing) {
    return routing.request().method().name();
  }

  @Override
  public @Nullable String scheme(RoutingContext routing) {
    return routing.request().scheme();
  }

  @Override
  public @Nullable String path(RoutingContext routing) {
    return routing.request().path();
  }

  @Override
  public @Nullable String query(RoutingContext routing) {
    return routing.request().query();
  }

  @Override
  public @Nullable String authority(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    HostAndPort authority = request.authority();
    return authority == null ? request.getHeader("host") : authority.toString();
  }

  @Override
  public @Nullable String peerAddress(RoutingContext routing) {
    SocketAddress peer = routing.request().remoteAddress();
    return peer == null ? null : peer.hostAddress();
  }

  @Override
  public int peerPort(RoutingContext routing) {
    SocketAddress peer = routing.request().remoteAddress();
    return peer == null ? -1 : peer.port();
  }

  @Override
  public @Nullable String protocolVersion(RoutingContext routing) {
    return HttpVersions.number(routing.request().version().name());
  }

  @Override
  public Iterable<String> headerNames(RoutingContext routing) {
    return routing.request().headers().names();
  }

  @Override
  public @Nullable String header(RoutingContext routing, String name) {
    return routing.request().getHeader(name);
  }

  @Override
  public List<String> headers(RoutingContext routing, String name) {
    return routing.request().headers().getAll(name);
  }

  /**
   * A route for everything, as resources and filters have it, is none; nor is one by a regular
   * expression. When a handler throws, Vert.x forgets which route it was of.
   */
  @Override
  public @Nullable String route(RoutingContext routing, @Nullable HttpServerResponse response) {
    String found = template.apply(context(routing));
    if (found != null) {
      return found;
    }
    Route route = routing.currentRoute();
    return route == null || !route.isExactPath() || route.getPath() == null
        ? null
        : below(routing.mountPoint(), route.getPath());
  }

  /** A router may be mounted below a path. */
  private static String below(@Nullable String root, String path) {
    return root == null || !root.endsWith("/")
        ? Objects.requireNonNullElse(root, "") + path
        : root.substring(0, root.length() - 1) + path;
  }

  @Override
  public int statusCode(HttpServerResponse response) {
    return response.headWritten() ? response.getStatusCode() : 0;
  }

  @Override
  public List<String> responseHeaders(HttpServerResponse response, String name) {
    return response.headers().getAll(name);
  }
}

package io.heliograph.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.ClassUtils;
import reactor.netty.http.server.HttpServerRequest;

/** What WebFlux hides of the server's own request. */
final class NativeRequests {

  private static final boolean NETTY =
      ClassUtils.isPresent(
          "reactor.netty.http.server.HttpServerRequest", NativeRequests.class.getClassLoader());

  private NativeRequests() {}

  /** Such as {@code HTTP/1.1}; {@code null} on servers other than Netty. */
  static @Nullable String protocol(ServerHttpRequest request) {
    return NETTY ? Netty.protocol(ServerHttpRequestDecorator.getNativeRequest(request)) : null;
  }

  /** Loaded only where Netty is. */
  private static final class Netty {

    static @Nullable String protocol(Object request) {
      return request instanceof HttpServerRequest netty ? netty.version().text() : null;
    }
  }
}

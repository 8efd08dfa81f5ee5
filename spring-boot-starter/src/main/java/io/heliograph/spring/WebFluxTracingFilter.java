package io.heliograph.spring;

import io.heliograph.instrumentation.HttpServerInstrumentation;
import io.heliograph.instrumentation.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Records each request until its answer is written.
 *
 * <p>Exceptions are made answers of outside of all filters, so that the status is waited for.
 */
final class WebFluxTracingFilter implements WebFilter, Ordered {

  private final HttpServerInstrumentation<ServerWebExchange, ServerHttpResponse> instrumentation;

  WebFluxTracingFilter(
      HttpServerInstrumentation<ServerWebExchange, ServerHttpResponse> instrumentation) {
    this.instrumentation = instrumentation;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 1;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return Mono.defer(
        () -> {
          ServerHttpResponse response = exchange.getResponse();
          Operation<ServerHttpResponse> operation = instrumentation.start(exchange);
          return chain
              .filter(exchange)
              .doOnSuccess(done -> end(operation, response, null))
              .doOnError(error -> end(operation, response, error))
              .doOnCancel(() -> operation.end(response, null))
              .contextWrite(context -> ReactorContext.with(context, operation.context()));
        });
  }

  private static void end(
      Operation<ServerHttpResponse> operation,
      ServerHttpResponse response,
      @Nullable Throwable error) {
    if (response.isCommitted()) {
      operation.end(response, error);
    } else {
      response.beforeCommit(() -> Mono.fromRunnable(() -> operation.end(response, error)));
    }
  }
}

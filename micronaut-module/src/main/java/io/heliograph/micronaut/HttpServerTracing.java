package io.heliograph.micronaut;

import io.heliograph.ApplicationEngine;
import io.heliograph.config.Part;
import io.heliograph.instrumentation.HttpServerInstrumentation;
import io.heliograph.instrumentation.Operation;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.web.router.RouteAttributes;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Records each request, around all other filters. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(classes = NettyHttpRequest.class)
final class HttpServerTracing implements Ordered {

  private final ApplicationEngine engine;
  private final Supplier<HttpServerInstrumentation<HttpRequest<?>, HttpResponse<?>>> requests;

  HttpServerTracing(ApplicationEngine engine) {
    this.engine = engine;
    engine.findings().found(Part.HTTP_SERVER, "Netty");
    this.requests =
        engine.lazily(started -> HttpServerInstrumentation.of(started, new HttpRequestAdapter()));
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  /** A request that failed comes here again. */
  @RequestFilter
  void start(HttpRequest<?> request, MutablePropagatedContext propagated) {
    if (engine.records(Part.HTTP_SERVER) && ServedRequest.of(request) == null) {
      Operation<HttpResponse<?>> operation = requests.get().start(request);
      ServedRequest.begin(request, operation);
      propagated.add(new PropagatedOpenTelemetry(operation.context()));
    }
  }

  @ResponseFilter
  void answer(
      HttpRequest<?> request, @Nullable HttpResponse<?> response, @Nullable Throwable failure) {
    ServedRequest served = ServedRequest.of(request);
    if (served != null) {
      served.answer(response, failure == null ? handled(response) : failure);
    }
  }

  /** What the response was made of. */
  private static @Nullable Throwable handled(@Nullable HttpResponse<?> response) {
    return response == null ? null : RouteAttributes.getException(response).orElse(null);
  }
}

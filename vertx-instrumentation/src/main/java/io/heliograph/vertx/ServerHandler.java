package io.heliograph.vertx;

import io.heliograph.instrumentation.HttpServerInstrumentation;
import io.heliograph.instrumentation.Operation;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Records each request, before everything else sees it, until its answer is written. */
final class ServerHandler implements Handler<RoutingContext> {

  private static final String KEY = ServerHandler.class.getName();

  private final HttpServerInstrumentation<RoutingContext, HttpServerResponse> instrumentation;

  ServerHandler(HttpServerInstrumentation<RoutingContext, HttpServerResponse> instrumentation) {
    this.instrumentation = instrumentation;
  }

  /** A request that is routed anew comes here again. */
  @Override
  public void handle(RoutingContext routing) {
    if (routing.get(KEY) == null) {
      Operation<HttpServerResponse> operation = instrumentation.start(routing);
      routing.put(KEY, operation);
      DuplicatedContextStorage.set(RoutingContextAdapter.context(routing), operation.context());
      routing.addEndHandler(ended -> operation.end(routing.response(), routing.failure()));
    }
    routing.next();
  }
}

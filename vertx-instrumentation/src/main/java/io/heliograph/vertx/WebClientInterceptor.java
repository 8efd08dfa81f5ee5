package io.heliograph.vertx;

import io.heliograph.ApplicationEngine;
import io.heliograph.config.Part;
import io.heliograph.instrumentation.HttpClientInstrumentation;
import io.heliograph.instrumentation.Operation;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.ext.web.client.impl.HttpContext;
import java.util.function.Supplier;

/** Records each call of a web client, on the thread that makes it, over all its redirects. */
final class WebClientInterceptor implements Handler<HttpContext<?>> {

  private static final String KEY = WebClientInterceptor.class.getName();

  private final ApplicationEngine engine;
  private final Supplier<HttpClientInstrumentation<HttpContext<?>, HttpClientResponse>> calls;

  WebClientInterceptor(ApplicationEngine engine) {
    this.engine = engine;
    this.calls =
        engine.lazily(started -> HttpClientInstrumentation.of(started, new WebClientAdapter()));
  }

  @Override
  public void handle(HttpContext<?> call) {
    Operation<HttpClientResponse> operation = call.get(KEY);
    switch (call.phase()) {
      case CREATE_REQUEST -> {
        if (operation == null && engine.records(Part.HTTP_CLIENT)) {
          call.set(KEY, calls.get().start(call));
        }
      }
      case RECEIVE_RESPONSE, DISPATCH_RESPONSE, FAILURE -> {
        if (operation != null) {
          operation.end(call.clientResponse(), call.failure());
        }
      }
      default -> {}
    }
    call.next();
  }
}

package io.heliograph.quarkus;

import io.heliograph.ApplicationEngine;
import io.heliograph.config.Part;
import io.heliograph.instrumentation.HttpClientInstrumentation;
import io.heliograph.instrumentation.Operation;
import io.vertx.core.http.HttpClientResponse;
import jakarta.inject.Singleton;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;

/** Records each request of a REST client, on the thread that makes it, until its response. */
@Singleton
public class RestClientFilter implements ClientRequestFilter {

  private final ApplicationEngine engine;
  private final Supplier<HttpClientInstrumentation<ClientRequestContext, HttpClientResponse>> calls;

  RestClientFilter(ApplicationEngine engine) {
    this.engine = engine;
    this.calls =
        engine.lazily(started -> HttpClientInstrumentation.of(started, new RestClientAdapter()));
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // it only tells
  public void filter(ClientRequestContext request) {
    if (!engine.records(Part.HTTP_CLIENT)) {
      return;
    }
    RestClientRequestContext call =
        ((ResteasyReactiveClientRequestContext) request).unwrap(RestClientRequestContext.class);
    Operation<HttpClientResponse> operation = calls.get().start(request);
    call.getResult()
        .whenComplete((done, error) -> operation.end(call.getVertxClientResponse(), error));
  }
}

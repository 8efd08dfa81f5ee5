package io.heliograph.quarkus;

import io.heliograph.config.Part;
import io.heliograph.instrumentation.HttpClientInstrumentation;
import io.heliograph.instrumentation.Operation;
import io.vertx.core.http.HttpClientResponse;
import jakarta.inject.Singleton;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;

/** Records each request of a REST client, on the thread that makes it, until its response. */
@Singleton
public class RestClientFilter implements ClientRequestFilter {

  private final Engine engine;
  private final Lazy<HttpClientInstrumentation<ClientRequestContext, HttpClientResponse>>
      instrumentation;

  RestClientFilter(Engine engine) {
    this.engine = engine;
    this.instrumentation = new Lazy<>(() -> engine.httpClient(new RestClientAdapter()));
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // it only tells
  public void filter(ClientRequestContext request) {
    if (!engine.records(Part.HTTP_CLIENT)) {
      return;
    }
    RestClientRequestContext call =
        ((ResteasyReactiveClientRequestContext) request).unwrap(RestClientRequestContext.class);
    Operation<HttpClientResponse> operation = instrumentation.get().start(request);
    call.getResult()
        .whenComplete((done, error) -> operation.end(call.getVertxClientResponse(), error));
  }
}

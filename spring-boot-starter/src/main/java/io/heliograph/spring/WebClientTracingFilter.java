package io.heliograph.spring;

import io.heliograph.instrumentation.HttpClientInstrumentation;
import io.heliograph.instrumentation.Operation;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/** Records each request that is sent: one for each subscription, and so for each retry. */
final class WebClientTracingFilter implements ExchangeFilterFunction {

  private final HttpClientInstrumentation<ClientExchange, ClientResponse> instrumentation;

  WebClientTracingFilter(
      HttpClientInstrumentation<ClientExchange, ClientResponse> instrumentation) {
    this.instrumentation = instrumentation;
  }

  @Override
  public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
    return Mono.deferContextual(
        subscriber -> {
          ClientExchange exchange = ClientExchange.of(request);
          Operation<ClientResponse> operation =
              instrumentation.start(ReactorContext.of(subscriber), exchange);
          return next.exchange(exchange.changed().build())
              .doOnNext(response -> operation.end(response, null))
              .doOnError(error -> operation.end(null, error))
              .doOnCancel(() -> operation.end(null, null))
              .contextWrite(context -> ReactorContext.with(context, operation.context()));
        });
  }
}

package io.heliograph.micronaut;

import io.heliograph.ApplicationEngine;
import io.heliograph.config.Part;
import io.heliograph.instrumentation.HttpClientInstrumentation;
import io.heliograph.instrumentation.Operation;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.ClientFilter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.http.filter.FilterContinuation;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Records each request that a client sends, after the application's filters have changed it, and
 * over all its redirects.
 */
@ClientFilter(ClientFilter.MATCH_ALL_PATTERN)
@Requires(classes = HttpClient.class)
final class HttpClientTracing implements Ordered {

  /** What Micronaut's client puts on the requests that it makes of redirects. */
  private static final String REDIRECTED = "micronaut.http.client.redirect-count";

  private final ApplicationEngine engine;
  private final Supplier<HttpClientInstrumentation<MutableHttpRequest<?>, HttpResponse<?>>> calls;

  HttpClientTracing(ApplicationEngine engine) {
    this.engine = engine;
    engine.findings().found(Part.HTTP_CLIENT, "Micronaut's");
    this.calls =
        engine.lazily(started -> HttpClientInstrumentation.of(started, new HttpCallAdapter()));
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @RequestFilter
  Publisher<HttpResponse<?>> send(
      MutableHttpRequest<?> request, FilterContinuation<Publisher<HttpResponse<?>>> next) {
    if (!engine.records(Part.HTTP_CLIENT) || request.getAttribute(REDIRECTED).isPresent()) {
      return next.proceed();
    }
    Operation<HttpResponse<?>> operation = calls.get().start(request);
    return Mono.from(next.proceed())
        .doOnNext(response -> operation.end(response, null))
        .doOnError(error -> end(operation, error))
        .doOnCancel(() -> operation.end(null, null));
  }

  /** A status of 400 or more is thrown. */
  private static void end(Operation<HttpResponse<?>> operation, Throwable error) {
    HttpResponse<?> response =
        error instanceof HttpClientResponseException answered ? answered.getResponse() : null;
    operation.end(response, response == null ? error : null);
  }
}

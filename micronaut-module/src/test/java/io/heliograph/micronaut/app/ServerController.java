package io.heliograph.micronaut.app;

import io.heliograph.contract.ContractMethod;
import io.heliograph.contract.app.CurrentContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.opentelemetry.api.trace.Span;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The contract's endpoints, some on blocking threads and some on event loops. */
@Controller("/contract")
@Produces(MediaType.TEXT_PLAIN)
class ServerController {

  private final ContractMethods methods;

  ServerController(ContractMethods methods) {
    this.methods = methods;
  }

  static final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Error
  HttpResponse<String> conflict(HttpRequest<?> request, Conflict conflict) {
    return HttpResponse.<String>status(HttpStatus.CONFLICT).body("conflict");
  }

  @Get("/success")
  String success() {
    return "ok";
  }

  @Get("/items/{id}")
  Mono<String> item(@PathVariable String id) {
    return Mono.just(id);
  }

  @Get("/client-error")
  HttpResponse<String> clientError() {
    return HttpResponse.badRequest("bad");
  }

  @Get("/exception")
  String exception() {
    throw new IllegalStateException("contract");
  }

  @Get("/handled-exception")
  Mono<String> handledException() {
    return Mono.error(new Conflict());
  }

  @Get("/redirect")
  HttpResponse<Void> redirect() {
    return HttpResponse.<Void>status(HttpStatus.FOUND)
        .headers(headers -> headers.location(URI.create("/contract/success")));
  }

  @Get("/async")
  CompletableFuture<String> async() {
    Span span = Span.current();
    return CompletableFuture.supplyAsync(
        () -> {
          span.addEvent(ContractMethod.COMPLETING);
          return "async";
        },
        CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS));
  }

  @Get("/stream")
  Flux<String> stream() {
    return Flux.just("one\n", "two\n", "three\n")
        .delayElements(Duration.ofMillis(5))
        .doOnNext(
            line -> {
              if (line.equals("three\n")) {
                Span.current().addEvent(ContractMethod.COMPLETING);
              }
            });
  }

  @Get("/endless")
  Flux<String> endless() {
    return Flux.interval(Duration.ofMillis(1)).onBackpressureDrop().map(tick -> "line\n");
  }

  /** On an event loop, and after a delay on another thread. */
  @Get("/nested")
  Mono<String> nested(@QueryValue String n) {
    return Mono.delay(Duration.ofMillis(1)).map(tick -> methods.nested(n));
  }

  @Get("/baggage")
  @ExecuteOn(TaskExecutors.IO)
  String baggage() {
    return CurrentContext.baggage();
  }

  @Get("/current-span")
  @ExecuteOn(TaskExecutors.BLOCKING)
  String currentSpan() {
    return CurrentContext.span();
  }

  @Get("/headers")
  HttpResponse<String> headers() {
    return HttpResponse.ok("ok").header("X-Contract-Response", "out");
  }

  @Get("/health")
  String health() {
    return "up";
  }

  /** On an event loop, where a leak would hurt the most. */
  @Get("/health/leak")
  String leak() {
    return CurrentContext.isLeaked();
  }
}

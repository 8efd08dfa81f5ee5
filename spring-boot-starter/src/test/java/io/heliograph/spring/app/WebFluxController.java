package io.heliograph.spring.app;

import io.heliograph.contract.ContractClientEndpoint;
import io.heliograph.contract.ContractMethod;
import io.heliograph.contract.ContractSql;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The contract's endpoints on a reactive server. */
@RestController
@Import(NettyServer.class)
class WebFluxController {

  private final ContractMethods methods;
  private final MethodCalls calls;
  private final Statements statements;
  private final BlockingClients clients;
  private final WebClient webClient;

  WebFluxController(
      ContractMethods methods,
      MethodCalls calls,
      Statements statements,
      BlockingClients clients,
      WebClient webClient) {
    this.methods = methods;
    this.calls = calls;
    this.statements = statements;
    this.clients = clients;
    this.webClient = webClient;
  }

  @ResponseStatus(HttpStatus.CONFLICT)
  static final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @GetMapping("/contract/success")
  Mono<String> success() {
    return Mono.just("ok");
  }

  @GetMapping("/contract/items/{id}")
  Mono<String> item(@PathVariable String id) {
    return Mono.just(id);
  }

  @GetMapping("/contract/client-error")
  Mono<ResponseEntity<String>> clientError() {
    return Mono.just(ResponseEntity.badRequest().body("bad"));
  }

  @GetMapping("/contract/exception")
  Mono<String> exception() {
    return Mono.error(new IllegalStateException("contract"));
  }

  @GetMapping("/contract/handled-exception")
  Mono<String> handledException() {
    return Mono.error(new Conflict());
  }

  @GetMapping("/contract/redirect")
  ResponseEntity<Void> redirect() {
    return ResponseEntity.status(302).location(URI.create("/contract/success")).build();
  }

  @GetMapping("/contract/async")
  Mono<String> async() {
    return Mono.delay(Duration.ofMillis(20))
        .map(
            tick -> {
              Span.current().addEvent(ContractMethod.COMPLETING);
              return "async";
            });
  }

  @GetMapping("/contract/stream")
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

  @GetMapping("/contract/endless")
  Flux<String> endless() {
    return Flux.interval(Duration.ofMillis(1)).onBackpressureDrop().map(tick -> "line\n");
  }

  /** Once with the context of an event loop and once with another thread's. */
  @GetMapping("/contract/nested")
  Mono<String> nested(@RequestParam String n) {
    return Mono.just(n).delayElement(Duration.ofMillis(1)).map(methods::nested);
  }

  @GetMapping("/contract/baggage")
  Mono<String> baggage() {
    return Mono.fromSupplier(CurrentContext::baggage);
  }

  @GetMapping("/contract/current-span")
  Mono<String> currentSpan() {
    return Mono.fromSupplier(CurrentContext::span);
  }

  @GetMapping("/contract/headers")
  ResponseEntity<String> headers() {
    return ResponseEntity.ok().header("X-Contract-Response", "out").body("ok");
  }

  @GetMapping("/contract/log")
  Mono<String> log(@RequestParam String message) {
    return Mono.just(message).delayElement(Duration.ofMillis(1)).map(LoggedLine::log);
  }

  @GetMapping("/contract/health")
  String health() {
    return "up";
  }

  @GetMapping("/contract/health/leak")
  String leak() {
    return String.valueOf(Span.current().getSpanContext().isValid());
  }

  @GetMapping(ContractMethod.ROUTE)
  Mono<String> method(@PathVariable String method) {
    return blocking(() -> calls.call(method));
  }

  @GetMapping(ContractSql.ROUTE)
  Mono<String> database(@PathVariable String operation) {
    return blocking(() -> statements.run(operation));
  }

  @GetMapping(ContractClientEndpoint.ROUTE)
  Mono<String> client(
      @PathVariable String kind, @RequestParam String method, @RequestParam String url) {
    return kind.equals("reactive-web-client")
        ? reactive(HttpMethod.valueOf(method), URI.create(url))
        : blocking(() -> clients.call(kind, method, url));
  }

  private Mono<String> reactive(HttpMethod method, URI url) {
    return webClient
        .method(method)
        .uri(url)
        .exchangeToMono(r -> r.releaseBody().thenReturn(r.statusCode().value()))
        .map(String::valueOf)
        .onErrorReturn(WebClientRequestException.class, "failed")
        .contextWrite(
            context ->
                context.put(
                    "io.heliograph.context",
                    context.<Context>get("io.heliograph.context").with(BlockingClients.baggage())));
  }

  private static Mono<String> blocking(Callable<String> work) {
    return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
  }
}

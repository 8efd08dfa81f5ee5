package io.heliograph.micronaut.app;

import io.heliograph.contract.ContractMethod;
import io.heliograph.contract.app.MethodCalls;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.Async;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The handler of {@link ContractMethod}. */
@Controller
class MethodController extends MethodCalls {

  private final ContractMethods methods;
  private final Elsewhere elsewhere;
  private final ExecutorService io;
  private final ExecutorService virtual;

  MethodController(
      ContractMethods methods,
      Elsewhere elsewhere,
      @Named(TaskExecutors.IO) ExecutorService io,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    super(methods);
    this.methods = methods;
    this.elsewhere = elsewhere;
    this.io = io;
    this.virtual = blocking;
  }

  @Get(ContractMethod.ROUTE)
  @Produces(MediaType.TEXT_PLAIN)
  @ExecuteOn(TaskExecutors.IO)
  String handle(@PathVariable String method) {
    return call(method);
  }

  @Override
  protected void ofFramework(ContractMethod method) {
    switch (method) {
      case SINGLE_SUCCESS, SINGLE_FAILURE, SINGLE_CANCEL -> single(method);
      case STREAM_SUCCESS, STREAM_FAILURE, STREAM_CANCEL -> stream(method);
      case ASYNC -> await(elsewhere.named());
      case EXECUTOR -> await(io.submit(methods::named));
      case VIRTUAL_THREAD -> await(virtual.submit(methods::named));
      default -> throw new IllegalArgumentException(method.method());
    }
  }

  /** Calls from another thread. */
  @Singleton
  static class Elsewhere {

    private final ContractMethods methods;

    Elsewhere(ContractMethods methods) {
      this.methods = methods;
    }

    @Async(TaskExecutors.IO)
    CompletableFuture<Void> named() {
      methods.named();
      return CompletableFuture.completedFuture(null);
    }
  }

  private void single(ContractMethod method) {
    Sinks.One<String> result = Sinks.one();
    Mono<String> returned = methods.single(result.asMono(), this::began);
    Disposable subscription = returned.onErrorComplete().subscribe();
    completing();
    switch (method) {
      case SINGLE_SUCCESS -> result.tryEmitValue("done");
      case SINGLE_FAILURE -> result.tryEmitError(failure());
      default -> subscription.dispose();
    }
  }

  private void stream(ContractMethod method) {
    Sinks.Many<String> result = Sinks.many().unicast().onBackpressureBuffer();
    Flux<String> returned = methods.stream(result.asFlux(), this::began);
    Disposable subscription = returned.onErrorComplete().subscribe();
    result.tryEmitNext("one");
    completing();
    switch (method) {
      case STREAM_SUCCESS -> result.tryEmitComplete();
      case STREAM_FAILURE -> result.tryEmitError(failure());
      default -> subscription.dispose();
    }
  }
}

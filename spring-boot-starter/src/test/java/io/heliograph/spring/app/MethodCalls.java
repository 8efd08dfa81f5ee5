package io.heliograph.spring.app;

import io.heliograph.contract.ContractMethod;
import io.opentelemetry.api.trace.Span;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Sinks;

/** The handler of {@link ContractMethod}, whichever server calls it. */
@Component
class MethodCalls {

  private final ContractMethods methods;
  private final Elsewhere elsewhere;
  private final AsyncTaskExecutor applicationTaskExecutor;
  private final AsyncTaskExecutor freshThreads;
  private final AtomicReference<Span> span = new AtomicReference<>();

  MethodCalls(
      ContractMethods methods,
      Elsewhere elsewhere,
      AsyncTaskExecutor applicationTaskExecutor,
      AsyncTaskExecutor freshThreads) {
    this.methods = methods;
    this.elsewhere = elsewhere;
    this.applicationTaskExecutor = applicationTaskExecutor;
    this.freshThreads = freshThreads;
  }

  String call(String name) {
    ContractMethod method = ContractMethod.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    switch (method) {
      case PLAIN -> methods.plain();
      case NAMED -> methods.named();
      case KIND -> methods.kind();
      case PARAMETERS -> methods.parameters("one", 2, true, List.of("a", "b"), null, "other");
      case EXCEPTION -> swallow(methods::exception);
      case WITH_SPAN -> methods.withSpan("one");
      case STAGE_SUCCESS, STAGE_FAILURE, STAGE_CANCEL -> stage(method);
      case SINGLE_SUCCESS, SINGLE_FAILURE, SINGLE_CANCEL -> single(method);
      case STREAM_SUCCESS, STREAM_FAILURE, STREAM_CANCEL -> stream(method);
      case ASYNC -> await(elsewhere.named());
      case EXECUTOR -> await(applicationTaskExecutor.submit(methods::named));
      case VIRTUAL_THREAD -> await(freshThreads.submit(methods::named));
      case SELF_CALL -> throw new UnsupportedOperationException(name);
    }
    return "done";
  }

  /** Calls from another thread. */
  @Component
  static class Elsewhere {

    private final ContractMethods methods;

    Elsewhere(ContractMethods methods) {
      this.methods = methods;
    }

    @Async("applicationTaskExecutor")
    CompletableFuture<Void> named() {
      methods.named();
      return CompletableFuture.completedFuture(null);
    }
  }

  private void stage(ContractMethod method) {
    CompletableFuture<String> result = new CompletableFuture<>();
    CompletableFuture<String> returned = methods.stage(result, span::set).toCompletableFuture();
    completing();
    switch (method) {
      case STAGE_SUCCESS -> result.complete("done");
      case STAGE_FAILURE -> result.completeExceptionally(failure());
      default -> returned.cancel(false);
    }
    swallow(returned::join);
  }

  private void single(ContractMethod method) {
    Sinks.One<String> result = Sinks.one();
    Disposable subscription =
        methods.single(result.asMono(), span::set).onErrorComplete().subscribe();
    completing();
    switch (method) {
      case SINGLE_SUCCESS -> result.tryEmitValue("done");
      case SINGLE_FAILURE -> result.tryEmitError(failure());
      default -> subscription.dispose();
    }
  }

  private void stream(ContractMethod method) {
    Sinks.Many<String> result = Sinks.many().unicast().onBackpressureBuffer();
    Disposable subscription =
        methods.stream(result.asFlux(), span::set).onErrorComplete().subscribe();
    result.tryEmitNext("one");
    completing();
    switch (method) {
      case STREAM_SUCCESS -> result.tryEmitComplete();
      case STREAM_FAILURE -> result.tryEmitError(failure());
      default -> subscription.dispose();
    }
  }

  private void completing() {
    span.get().addEvent(ContractMethod.COMPLETING);
  }

  private static IllegalStateException failure() {
    return new IllegalStateException("contract");
  }

  private static void swallow(Runnable call) {
    try {
      call.run();
    } catch (IllegalStateException | CompletionException expected) {
      // What the contract asks for.
    }
  }

  private static void await(Future<?> future) {
    try {
      future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}

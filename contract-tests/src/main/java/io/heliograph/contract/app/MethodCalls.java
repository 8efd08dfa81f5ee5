package io.heliograph.contract.app;

import io.heliograph.contract.ContractMethod;
import io.opentelemetry.api.trace.Span;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

/** The handler of {@link ContractMethod}, whichever server calls it; frameworks add their own. */
public abstract class MethodCalls {

  private final TracedMethods methods;
  private final AtomicReference<Span> span = new AtomicReference<>();

  protected MethodCalls(TracedMethods methods) {
    this.methods = methods;
  }

  /** The answer to one method. */
  public final String call(String name) {
    ContractMethod method = ContractMethod.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    switch (method) {
      case PLAIN -> methods.plain();
      case NAMED -> methods.named();
      case KIND -> methods.kind();
      case PARAMETERS -> methods.parameters("one", 2, true, List.of("a", "b"), null, "other");
      case EXCEPTION -> swallow(methods::exception);
      case SELF_CALL -> methods.outer();
      case WITH_SPAN -> methods.withSpan("one");
      case STAGE_SUCCESS, STAGE_FAILURE, STAGE_CANCEL -> stage(method);
      default -> ofFramework(method);
    }
    return "done";
  }

  /** Reactive results and other threads. */
  protected abstract void ofFramework(ContractMethod method);

  private void stage(ContractMethod method) {
    CompletableFuture<String> result = new CompletableFuture<>();
    CompletableFuture<String> returned = methods.stage(result, this::began).toCompletableFuture();
    completing();
    switch (method) {
      case STAGE_SUCCESS -> result.complete("done");
      case STAGE_FAILURE -> result.completeExceptionally(failure());
      default -> returned.cancel(false);
    }
    swallow(returned::join);
  }

  /** Takes the span of a method whose result is to come. */
  protected final void began(Span current) {
    span.set(current);
  }

  /** Marks the span of a method whose result is about to complete. */
  protected final void completing() {
    span.get().addEvent(ContractMethod.COMPLETING);
  }

  /** What results fail with. */
  protected static IllegalStateException failure() {
    return new IllegalStateException("contract");
  }

  /** Waits for work on another thread. */
  protected static void await(Future<?> work) {
    try {
      work.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void swallow(Runnable call) {
    try {
      call.run();
    } catch (IllegalStateException | CompletionException expected) {
      // What the contract asks for.
    }
  }
}

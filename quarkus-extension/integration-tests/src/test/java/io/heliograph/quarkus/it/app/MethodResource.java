package io.heliograph.quarkus.it.app;

import io.heliograph.contract.ContractMethod;
import io.opentelemetry.api.trace.Span;
import io.quarkus.vertx.ConsumeEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.core.eventbus.EventBus;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.resteasy.reactive.RestPath;

/** The handler of {@link ContractMethod}. */
@Path("/contract/methods")
public class MethodResource {

  private static final String ADDRESS = "contract.methods";

  private final ContractMethods methods;
  private final EventBus events;
  private final ManagedExecutor executor;
  private final ExecutorService virtualThreads;
  private final AtomicReference<Span> span = new AtomicReference<>();

  MethodResource(
      ContractMethods methods,
      EventBus events,
      ManagedExecutor executor,
      @VirtualThreads ExecutorService virtualThreads) {
    this.methods = methods;
    this.events = events;
    this.executor = executor;
    this.virtualThreads = virtualThreads;
  }

  @GET
  @Path("/{method}")
  public String call(@RestPath String method) throws Exception {
    ContractMethod called =
        ContractMethod.valueOf(method.toUpperCase(Locale.ROOT).replace('-', '_'));
    switch (called) {
      case PLAIN -> methods.plain();
      case NAMED -> methods.named();
      case KIND -> methods.kind();
      case PARAMETERS -> methods.parameters("one", 2, true, List.of("a", "b"), null, "other");
      case EXCEPTION -> swallow(methods::exception);
      case WITH_SPAN -> methods.withSpan("one");
      case STAGE_SUCCESS, STAGE_FAILURE, STAGE_CANCEL -> stage(called);
      case SINGLE_SUCCESS, SINGLE_FAILURE, SINGLE_CANCEL -> single(called);
      case STREAM_SUCCESS, STREAM_FAILURE, STREAM_CANCEL -> stream(called);
      case ASYNC -> events.request(ADDRESS, "named").await().indefinitely();
      case EXECUTOR -> await(executor.submit(methods::named));
      case VIRTUAL_THREAD -> await(virtualThreads.submit(methods::named));
      case SELF_CALL -> methods.outer();
    }
    return "done";
  }

  /** Calls from another thread. */
  @Singleton
  public static class Elsewhere {

    private final ContractMethods methods;

    Elsewhere(ContractMethods methods) {
      this.methods = methods;
    }

    @ConsumeEvent(value = ADDRESS, blocking = true)
    String named(String method) {
      methods.named();
      return method;
    }
  }

  private static void await(Future<?> task) throws Exception {
    task.get();
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
    CompletableFuture<String> result = new CompletableFuture<>();
    Cancellable subscription =
        methods
            .single(Uni.createFrom().completionStage(result), span::set)
            .subscribe()
            .with(value -> {}, error -> {});
    completing();
    switch (method) {
      case SINGLE_SUCCESS -> result.complete("done");
      case SINGLE_FAILURE -> result.completeExceptionally(failure());
      default -> subscription.cancel();
    }
  }

  private void stream(ContractMethod method) {
    UnicastProcessor<String> result = UnicastProcessor.create();
    Cancellable subscription =
        methods.stream(Multi.createFrom().publisher(result), span::set)
            .subscribe()
            .with(value -> {}, error -> {});
    result.onNext("one");
    completing();
    switch (method) {
      case STREAM_SUCCESS -> result.onComplete();
      case STREAM_FAILURE -> result.onError(failure());
      default -> subscription.cancel();
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
    } catch (RuntimeException expected) {
      // is to be recorded
    }
  }
}

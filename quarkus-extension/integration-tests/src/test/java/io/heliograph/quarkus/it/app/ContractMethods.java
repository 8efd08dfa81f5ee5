package io.heliograph.quarkus.it.app;

import io.heliograph.SpanAttribute;
import io.heliograph.Traced;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The methods that {@link io.heliograph.contract.ContractMethod} lists. */
@Singleton
public class ContractMethods {

  @Traced
  void plain() {}

  @Traced("contract.named")
  void named() {}

  @Traced(value = "contract.kind", kind = SpanKind.CLIENT)
  void kind() {}

  @Traced("contract.parameters")
  void parameters(
      @SpanAttribute("contract.text") String text,
      @SpanAttribute("contract.number") long number,
      @SpanAttribute("contract.flag") boolean flag,
      @SpanAttribute("contract.list") List<String> list,
      @SpanAttribute("contract.absent") @Nullable String absent,
      String other) {}

  @Traced("contract.exception")
  void exception() {
    throw new IllegalStateException("contract");
  }

  @Traced("contract.outer")
  void outer() {
    inner();
  }

  @Traced("contract.inner")
  void inner() {}

  @WithSpan("contract.with-span")
  void withSpan(
      @io.opentelemetry.instrumentation.annotations.SpanAttribute("contract.text") String text) {}

  @Traced("contract.nested")
  String nested(@SpanAttribute("contract.n") String n) {
    return n;
  }

  @Traced("contract.stage")
  CompletionStage<String> stage(CompletableFuture<String> result, Consumer<Span> current) {
    current.accept(Span.current());
    return result;
  }

  @Traced("contract.single")
  Uni<String> single(Uni<String> result, Consumer<Span> current) {
    current.accept(Span.current());
    return result;
  }

  @Traced("contract.stream")
  Multi<String> stream(Multi<String> result, Consumer<Span> current) {
    current.accept(Span.current());
    return result;
  }

  @Traced
  @Scheduled(every = "0.5s")
  void scheduled() {}
}

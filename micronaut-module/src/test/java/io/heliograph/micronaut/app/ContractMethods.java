package io.heliograph.micronaut.app;

import io.heliograph.SpanAttribute;
import io.heliograph.Traced;
import io.heliograph.contract.app.TracedMethods;
import io.micronaut.scheduling.annotation.Scheduled;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The methods that {@link io.heliograph.contract.ContractMethod} lists. */
@Singleton
class ContractMethods implements TracedMethods {

  @Traced
  @Override
  public void plain() {}

  @Traced("contract.named")
  @Override
  public void named() {}

  @Traced(value = "contract.kind", kind = SpanKind.CLIENT)
  @Override
  public void kind() {}

  @Traced("contract.parameters")
  @Override
  public void parameters(
      @SpanAttribute("contract.text") String text,
      @SpanAttribute("contract.number") long number,
      @SpanAttribute("contract.flag") boolean flag,
      @SpanAttribute("contract.list") List<String> list,
      @SpanAttribute("contract.absent") String absent,
      String other) {}

  @Traced("contract.exception")
  @Override
  public void exception() {
    throw new IllegalStateException("contract");
  }

  @Traced("contract.outer")
  @Override
  public void outer() {
    inner();
  }

  @Traced("contract.inner")
  void inner() {}

  @WithSpan("contract.with-span")
  @Override
  public void withSpan(
      @io.opentelemetry.instrumentation.annotations.SpanAttribute("contract.text") String text) {}

  @Traced("contract.nested")
  String nested(@SpanAttribute("contract.n") String n) {
    return n;
  }

  @Traced("contract.stage")
  @Override
  public CompletionStage<String> stage(CompletableFuture<String> result, Consumer<Span> current) {
    current.accept(Span.current());
    return result;
  }

  @Traced("contract.single")
  Mono<String> single(Mono<String> result, Consumer<Span> current) {
    current.accept(Span.current());
    return result;
  }

  @Traced("contract.stream")
  Flux<String> stream(Flux<String> result, Consumer<Span> current) {
    current.accept(Span.current());
    return result;
  }

  @Traced
  @Scheduled(fixedRate = "500ms")
  void scheduled() {}
}

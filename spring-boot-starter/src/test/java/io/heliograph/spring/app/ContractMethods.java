package io.heliograph.spring.app;

import io.heliograph.SpanAttribute;
import io.heliograph.Traced;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The methods of {@link io.heliograph.contract.ContractMethod}. */
@Component
class ContractMethods {

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
      @SpanAttribute("contract.absent") String absent,
      String other) {}

  @Traced("contract.exception")
  void exception() {
    throw new IllegalStateException("contract");
  }

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
  @Scheduled(fixedRate = 500)
  void scheduled() {}
}

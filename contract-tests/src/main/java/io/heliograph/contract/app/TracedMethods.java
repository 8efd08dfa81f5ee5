package io.heliograph.contract.app;

import io.opentelemetry.api.trace.Span;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The methods of {@link io.heliograph.contract.ContractMethod} that need no framework's types; a
 * class of the application has their annotations.
 */
public interface TracedMethods {
  void plain();

  void named();

  void kind();

  void parameters(
      String text,
      long number,
      boolean flag,
      List<String> list,
      @Nullable String absent,
      String other);

  void exception();

  void outer();

  void withSpan(String text);

  CompletionStage<String> stage(CompletableFuture<String> result, Consumer<Span> current);
}

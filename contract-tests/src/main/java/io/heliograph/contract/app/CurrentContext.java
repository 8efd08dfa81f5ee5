package io.heliograph.contract.app;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.stream.Collectors;

/** What handlers answer of the current context. */
public final class CurrentContext {

  private CurrentContext() {}

  /** The answer of {@link io.heliograph.contract.ContractEndpoint#BAGGAGE}. */
  public static String baggage() {
    return Baggage.current().asMap().entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue().getValue())
        .sorted()
        .collect(Collectors.joining(","));
  }

  /** The answer of {@link io.heliograph.contract.ContractEndpoint#CURRENT_SPAN}. */
  public static String span() {
    SpanContext span = Span.current().getSpanContext();
    return span.getTraceId() + ":" + span.getSpanId();
  }

  /** The answer of {@link io.heliograph.contract.ContractEndpoint#LEAK}. */
  public static String isLeaked() {
    return String.valueOf(Span.current().getSpanContext().isValid());
  }
}

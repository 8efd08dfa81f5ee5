package io.heliograph.quarkus.it.app;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.stream.Collectors;

/** What handlers answer of the current context. */
final class CurrentContext {

  private CurrentContext() {}

  static String baggage() {
    return Baggage.current().asMap().entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue().getValue())
        .sorted()
        .collect(Collectors.joining(","));
  }

  static String span() {
    SpanContext span = Span.current().getSpanContext();
    return span.getTraceId() + ":" + span.getSpanId();
  }

  static String isLeaked() {
    return String.valueOf(Span.current().getSpanContext().isValid());
  }
}

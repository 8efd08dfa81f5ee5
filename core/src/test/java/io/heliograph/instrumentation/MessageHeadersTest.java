package io.heliograph.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.ContextPropagators;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageHeadersTest {

  private static final SpanContext SENDER =
      SpanContext.create(
          "0af7651916cd43dd8448eb211c80319c",
          "b7ad6b7169203331",
          TraceFlags.getSampled(),
          TraceState.getDefault());

  private final OpenTelemetry openTelemetry =
      OpenTelemetry.propagating(ContextPropagators.create(W3CTraceContextPropagator.getInstance()));

  @Test
  void carryTheContextOfTheSender() {
    Map<String, String> headers = new HashMap<>();
    try (Scope ignored = Context.root().with(Span.wrap(SENDER)).makeCurrent()) {
      MessageHeaders.inject(openTelemetry, headers::put);
    }

    Context received = MessageHeaders.extract(openTelemetry, headers.entrySet());

    SpanContext parent = Span.fromContext(received).getSpanContext();
    assertThat(parent.getTraceId()).isEqualTo(SENDER.getTraceId());
    assertThat(parent.getSpanId()).isEqualTo(SENDER.getSpanId());
  }

  @Test
  void giveTheRootContextToAMessageWithoutAny() {
    assertThat(MessageHeaders.extract(openTelemetry, List.of())).isEqualTo(Context.root());
  }
}

package io.heliograph.internal.propagation;

import static io.heliograph.internal.propagation.Headers.SPAN_ID;
import static io.heliograph.internal.propagation.Headers.TRACE_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JaegerPropagatorTest {

  private static final String IDS = TRACE_ID + ":" + SPAN_ID;

  private final JaegerPropagator propagator = new JaegerPropagator();

  @ParameterizedTest
  @Compliance("Context Propagation > Jaeger Propagator")
  @CsvSource({
    "4bf92f3577b34da6a3ce929d0e0e4736:00f067aa0ba902b7:0:1,true",
    "4bf92f3577b34da6a3ce929d0e0e4736:f067aa0ba902b7:0:0,false",
    "4bf92f3577b34da6a3ce929d0e0e4736:00f067aa0ba902b7:53995c3f42cd8ad8:03,true",
    "4bf92f3577b34da6a3ce929d0e0e4736:00f067aa0ba902b7::9,true",
    "4bf92f3577b34da6a3ce929d0e0e4736:00f067aa0ba902b7:0:a,false",
    "4bf92f3577b34da6a3ce929d0e0e4736%3A00f067aa0ba902b7%3a0%3A1,true",
  })
  void readsAParent(String header, boolean sampled) {
    SpanContext parent = Headers.of("Uber-Trace-Id", header).parent(propagator);

    assertThat(parent.getTraceId()).isEqualTo(TRACE_ID);
    assertThat(parent.getSpanId()).isEqualTo(SPAN_ID);
    assertThat(parent.isSampled()).isEqualTo(sampled);
    assertThat(parent.isRemote()).isTrue();
  }

  @Test
  void padsShortIds() {
    SpanContext parent = Headers.of("uber-trace-id", "ab:1:0:1").parent(propagator);

    assertThat(parent.getTraceId()).isEqualTo("0".repeat(30) + "ab");
    assertThat(parent.getSpanId()).isEqualTo("0".repeat(15) + "1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        ":::",
        "4bf92f3577b34da6a3ce929d0e0e4736:00f067aa0ba902b7:0",
        "4bf92f3577b34da6a3ce929d0e0e4736:00f067aa0ba902b7:0:",
        "4bf92f3577b34da6a3ce929d0e0e4736:00f067aa0ba902b7:0:g",
        "4bf92f3577b34da6a3ce929d0e0e4736:00f067aa0ba902b7:0:001",
        "4bf92f3577b34da6a3ce929d0e0e4736:00f067aa0ba902b7:0:1:1",
        "a4bf92f3577b34da6a3ce929d0e0e4736:00f067aa0ba902b7:0:1",
        "4bf92f3577b34da6a3ce929d0e0e4736:a00f067aa0ba902b7:0:1",
        "0:00f067aa0ba902b7:0:1",
        "4bf92f3577b34da6a3ce929d0e0e4736:0:0:1",
        "4bf92f3577b34da6a3ce929d0e0e473g:00f067aa0ba902b7:0:1",
        "4bf92f3577b34da6a3ce929d0e0e4736%3A00f067aa0ba902b7%3A0%3",
      })
  void ignoresAnInvalidParent(String header) {
    assertThat(Headers.of("uber-trace-id", header).extracted(propagator)).isSameAs(Context.root());
  }

  @Test
  @Compliance("Context Propagation > Jaeger Propagator")
  void writesAParent() {
    Context unsampled = Headers.contextOf(TraceFlags.getDefault(), TraceState.getDefault());

    assertThat(Headers.injected(propagator, Headers.sampledContext()).get("uber-trace-id"))
        .isEqualTo(IDS + ":0:1");
    assertThat(Headers.injected(propagator, unsampled).get("uber-trace-id"))
        .isEqualTo(IDS + ":0:0");
    assertThat(Headers.injected(propagator, Context.root()).names()).isEmpty();
    assertThat(propagator.fields()).containsExactly("uber-trace-id");
  }

  @Test
  void carriesBaggageWithoutAParent() {
    Baggage baggage = Baggage.builder().put("a", "x y+é%\r\n").put("b", "").build();

    Headers headers = Headers.injected(propagator, Context.root().with(baggage));

    assertThat(headers.get("uberctx-a")).isEqualTo("x%20y%2B%C3%A9%25%0D%0A");
    assertThat(headers.baggage(propagator).toBuilder().build()).isEqualTo(baggage);
  }

  @Test
  @Compliance("Context Propagation > Getter argument returning Keys")
  void readsBaggageAsItsPeersWriteIt() {
    Headers headers = Headers.of("UberCtx-Key", "a+b", "uberctx-raw", "50%", "uberctx-", "x");
    headers.add("uberctx-bad key", "x");
    headers.add("jaeger-baggage", "c=1, d = 2, junk");

    Baggage baggage = headers.baggage(propagator);

    assertThat(baggage.asMap()).containsOnlyKeys("key", "raw", "c", "d");
    assertThat(baggage.getEntryValue("key")).isEqualTo("a b");
    assertThat(baggage.getEntryValue("raw")).isEqualTo("50%");
    assertThat(baggage.getEntryValue("d")).isEqualTo("2");
  }

  @Test
  void readsBaggageWithinTheLimits() {
    Headers headers = new Headers();
    for (int i = 0; i < 70; i++) {
      headers.add("uberctx-k" + i, "v");
    }

    assertThat(headers.baggage(propagator).asMap()).hasSize(64).doesNotContainKey("k64");
    assertThat(
            Headers.of("uberctx-a", "v".repeat(8_192), "uberctx-b", "v".repeat(8_191))
                .baggage(propagator)
                .asMap())
        .containsOnlyKeys("b");
  }

  @Test
  void writesBaggageWithinTheLimits() {
    Baggage large = Baggage.builder().put("a", "é".repeat(2_000)).put("b", "2").build();

    assertThat(Headers.injected(propagator, Context.root().with(large)).names())
        .containsExactly("uberctx-b");
  }
}

package io.heliograph.internal.propagation;

import static io.heliograph.internal.propagation.Headers.SPAN_ID;
import static io.heliograph.internal.propagation.Headers.TRACE_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XrayPropagatorTest {

  private static final String ROOT = "Root=1-4bf92f35-77b34da6a3ce929d0e0e4736";

  private final XrayPropagator propagator = new XrayPropagator();

  @ParameterizedTest
  @CsvSource({
    ";Parent=00f067aa0ba902b7;Sampled=1,true",
    ";Parent=00f067aa0ba902b7;Sampled=0,false",
    ";Parent=00f067aa0ba902b7;Sampled=?,false",
    ";Parent=00f067aa0ba902b7,false",
    "; Sampled=1 ; Parent=00f067aa0ba902b7 ;,true",
    ";Self=1-2-3;Parent=00f067aa0ba902b7;Lineage=100:e3b0c442:11;junk;=;Sampled=1,true",
  })
  void readsAParent(String rest, boolean sampled) {
    SpanContext parent = Headers.of("X-Amzn-Trace-Id", ROOT + rest).parent(propagator);

    assertThat(parent.getTraceId()).isEqualTo(TRACE_ID);
    assertThat(parent.getSpanId()).isEqualTo(SPAN_ID);
    assertThat(parent.isSampled()).isEqualTo(sampled);
    assertThat(parent.isRemote()).isTrue();
  }

  @Test
  void padsATimeWithoutItsLeadingZeros() {
    SpanContext parent =
        Headers.of("X-Amzn-Trace-Id", "Root=1-2f35-77b34da6a3ce929d0e0e4736;Parent=" + SPAN_ID)
            .parent(propagator);

    assertThat(parent.getTraceId()).isEqualTo("00002f3577b34da6a3ce929d0e0e4736");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "Root=1-4bf92f35-77b34da6a3ce929d0e0e4736",
        "Parent=00f067aa0ba902b7;Sampled=1",
        "Root=;Parent=00f067aa0ba902b7",
        "Root=2-4bf92f35-77b34da6a3ce929d0e0e4736;Parent=00f067aa0ba902b7",
        "Root=1-4bf92f35a-77b34da6a3ce929d0e0e4736;Parent=00f067aa0ba902b7",
        "Root=1--77b34da6a3ce929d0e0e4736;Parent=00f067aa0ba902b7",
        "Root=1-4bf92f35-77b34da6a3ce929d0e0e473;Parent=00f067aa0ba902b7",
        "Root=1-4bf92f35-77b34da6a3ce929d0e0e473g;Parent=00f067aa0ba902b7",
        "Root=1-4bf92f35077b34da6a3ce929d0e0e4736;Parent=00f067aa0ba902b7",
        "Root=1-00000000-000000000000000000000000;Parent=00f067aa0ba902b7",
        "Root=1-4bf92f35-77b34da6a3ce929d0e0e4736;Parent=0000000000000000",
        "Root=1-4bf92f35-77b34da6a3ce929d0e0e4736;Parent=00f067aa0ba902b",
        "Root=1-4bf92f35-77b34da6a3ce929d0e0e4736;Parent=00f067aa0ba902b7;Sampled=2",
        "Root=1-4bf92f35-77b34da6a3ce929d0e0e4736;Parent=00f067aa0ba902b7;Sampled=10",
        "Root=1-4bf92f35-77b34da6a3ce929d0e0e4736;Parent=00f067aa0ba902b7;Sampled=",
      })
  void ignoresAnInvalidHeader(String header) {
    assertThat(Headers.of("X-Amzn-Trace-Id", header).extracted(propagator))
        .isSameAs(Context.root());
  }

  @Test
  void writesAParent() {
    Context unsampled = Headers.contextOf(TraceFlags.getDefault(), TraceState.getDefault());

    assertThat(Headers.injected(propagator, Headers.sampledContext()).get("X-Amzn-Trace-Id"))
        .isEqualTo(ROOT + ";Parent=" + SPAN_ID + ";Sampled=1");
    assertThat(Headers.injected(propagator, unsampled).get("X-Amzn-Trace-Id"))
        .endsWith(";Sampled=0");
    assertThat(Headers.injected(propagator, Context.root()).names()).isEmpty();
    assertThat(propagator.fields()).containsExactly("X-Amzn-Trace-Id");
  }
}

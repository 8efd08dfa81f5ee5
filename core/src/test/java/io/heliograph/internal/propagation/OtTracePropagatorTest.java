package io.heliograph.internal.propagation;

import static io.heliograph.internal.propagation.Headers.SPAN_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtTracePropagatorTest {

  private static final String TRACE_ID = "a3ce929d0e0e4736";

  private final OtTracePropagator propagator = new OtTracePropagator();

  @ParameterizedTest
  @Compliance("Context Propagation > OT Propagator")
  @CsvSource({"true,true", "1,true", "false,false", "0,false", "junk,false", ",false"})
  void readsAParent(String header, boolean sampled) {
    Headers headers = parentHeaders(TRACE_ID, SPAN_ID);
    if (header != null) {
      headers.add("ot-tracer-sampled", header);
    }

    SpanContext parent = headers.parent(propagator);

    assertThat(parent.getTraceId()).isEqualTo("0".repeat(16) + TRACE_ID);
    assertThat(parent.getSpanId()).isEqualTo(SPAN_ID);
    assertThat(parent.isSampled()).isEqualTo(sampled);
  }

  @Test
  void readsA128BitTraceIdAndAShortSpanId() {
    SpanContext parent = parentHeaders(Headers.TRACE_ID, "ab").parent(propagator);

    assertThat(parent.getTraceId()).isEqualTo(Headers.TRACE_ID);
    assertThat(parent.getSpanId()).isEqualTo("00000000000000ab");
  }

  @ParameterizedTest
  @CsvSource({
    "'',00f067aa0ba902b7",
    "0,00f067aa0ba902b7",
    "xyz,00f067aa0ba902b7",
    "4bf92f3577b34da6a3ce929d0e0e47361,00f067aa0ba902b7",
    "a3ce929d0e0e4736,''",
    "a3ce929d0e0e4736,0",
    "a3ce929d0e0e4736,00f067aa0ba902b71",
    "a3ce929d0e0e4736,00f067aa0ba902bG",
  })
  void ignoresAnInvalidParentAndItsBaggage(String traceId, String spanId) {
    Headers headers = parentHeaders(traceId, spanId);
    headers.add("ot-baggage-a", "1");

    assertThat(headers.extracted(propagator)).isSameAs(Context.root());
  }

  @Test
  @Compliance("Context Propagation > OT Propagator")
  void writesTheLower64BitsOfTheTraceId() {
    Headers headers = Headers.injected(propagator, Headers.sampledContext());

    assertThat(headers.names()).containsExactlyElementsOf(propagator.fields());
    assertThat(headers.values()).containsExactly(TRACE_ID, SPAN_ID, "true");
    assertThat(Headers.injected(propagator, Context.root()).names()).isEmpty();
  }

  @Test
  void carriesBaggageBesideAParent() {
    Baggage baggage = Baggage.builder().put("a", "x y").put("b", "50%").build();

    Headers headers = Headers.injected(propagator, Headers.sampledContext().with(baggage));

    assertThat(headers.get("ot-baggage-a")).isEqualTo("x y");
    assertThat(headers.baggage(propagator).toBuilder().build()).isEqualTo(baggage);
    assertThat(Headers.injected(propagator, Context.root().with(baggage)).names()).isEmpty();
  }

  @Test
  void writesNoBaggageThatIsNoHeader() {
    Baggage baggage =
        Baggage.builder().put("a", "x\r\ny").put("b\r\n", "1").put("c", "é").put("d", "4").build();

    Headers headers = Headers.injected(propagator, Headers.sampledContext().with(baggage));

    assertThat(headers.names()).hasSize(4).endsWith("ot-baggage-d");
  }

  private static Headers parentHeaders(String traceId, String spanId) {
    return Headers.of("ot-tracer-traceid", traceId, "ot-tracer-spanid", spanId);
  }
}

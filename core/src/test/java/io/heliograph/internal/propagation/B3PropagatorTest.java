package io.heliograph.internal.propagation;

import static io.heliograph.internal.propagation.Headers.SPAN_ID;
import static io.heliograph.internal.propagation.Headers.TRACE_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class B3PropagatorTest {

  private static final String IDS = TRACE_ID + "-" + SPAN_ID;
  private static final String SHORT_ID = "a3ce929d0e0e4736";

  private final B3Propagator single = B3Propagator.single();
  private final B3Propagator multi = B3Propagator.multi();

  @ParameterizedTest
  @Compliance("Context Propagation > B3 Propagator")
  @CsvSource({
    "'',false",
    "-0,false",
    "-1,true",
    "-d,true",
    "-true,true",
    "-false,false",
    "-1-0000000000000001,true",
    "-0-0000000000000001,false",
  })
  void readsTheSingleHeader(String rest, boolean sampled) {
    assertParent(Headers.of("b3", IDS + rest), TRACE_ID, sampled);
  }

  @ParameterizedTest
  @Compliance("Context Propagation > B3 Propagator")
  @CsvSource({
    ",,false", "0,,false", "1,,true", "true,,true", "false,,false",
    "True,,true", ",1,true", "0,1,true", "1,0,true", ",0,false",
  })
  void readsTheSeveralHeaders(String sampled, String flags, boolean expected) {
    Headers headers = Headers.of("x-b3-traceid", TRACE_ID, "X-B3-SpanId", SPAN_ID);
    if (sampled != null) {
      headers.add("X-B3-Sampled", sampled);
    }
    if (flags != null) {
      headers.add("X-B3-Flags", flags);
    }

    assertParent(headers, TRACE_ID, expected);
  }

  @Test
  void padsA64BitTraceId() {
    String padded = "0".repeat(16) + SHORT_ID;

    assertParent(Headers.of("b3", SHORT_ID + "-" + SPAN_ID + "-1"), padded, true);
    assertParent(
        Headers.of("X-B3-TraceId", SHORT_ID, "X-B3-SpanId", SPAN_ID, "X-B3-Sampled", "1"),
        padded,
        true);
  }

  @Test
  void prefersTheSingleHeader() {
    Headers headers = Headers.of("X-B3-TraceId", "1".repeat(32), "X-B3-SpanId", "2".repeat(16));
    headers.add("b3", IDS + "-1");

    assertParent(headers, TRACE_ID, true);
  }

  @Test
  void readsTheSeveralHeadersWhenTheSingleOneIsInvalid() {
    Headers headers = Headers.of("b3", "junk", "X-B3-TraceId", TRACE_ID, "X-B3-SpanId", SPAN_ID);

    assertParent(headers, TRACE_ID, false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "1",
        "d",
        "-",
        "4bf92f3577b34da6a3ce929d0e0e4736",
        "4bf92f3577b34da6a3ce929d0e0e4736-",
        "4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b",
        "4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-",
        "4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-2",
        "4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-11",
        "4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7x1",
        "4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-1-",
        "4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-1-12",
        "4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-1-000000000000000g",
        "4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-1-0000000000000001-",
        "4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-1",
        "00000000000000000000000000000000-00f067aa0ba902b7-1",
        "0000000000000000-00f067aa0ba902b7-1",
        "4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-1",
        "a4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-1",
        "4bf92f3577b34da6a3ce929d0e0e473X-00f067aa0ba902b7-1",
      })
  void ignoresAnInvalidSingleHeader(String header) {
    assertThat(Headers.of("b3", header).extracted(single)).isSameAs(Context.root());
  }

  @ParameterizedTest
  @CsvSource({
    "4bf92f3577b34da6a3ce929d0e0e473,00f067aa0ba902b7,1",
    "4bf92f3577b34da6a3ce929d0e0e4736,00f067aa0ba902b,1",
    "4bf92f3577b34da6a3ce929d0e0e4736,00f067aa0ba902b7,yes",
    "4bf92f3577b34da6a3ce929d0e0e4736,0000000000000000,1",
    "00000000000000000000000000000000,00f067aa0ba902b7,1",
    "4bf92f3577b34da6a3ce929d0e0e4736,'',1",
    "'','',1",
  })
  void ignoresInvalidSeveralHeaders(String traceId, String spanId, String sampled) {
    Headers headers = Headers.of("X-B3-TraceId", traceId, "X-B3-SpanId", spanId);
    headers.add("X-B3-Sampled", sampled);

    assertThat(headers.extracted(multi)).isSameAs(Context.root());
  }

  @Test
  @Compliance("Context Propagation > B3 Propagator")
  void writesTheFormItWasMadeFor() {
    Context unsampled = Headers.contextOf(TraceFlags.getDefault(), TraceState.getDefault());

    assertThat(Headers.injected(single, Headers.sampledContext()).values())
        .containsExactly(IDS + "-1");
    assertThat(Headers.injected(single, unsampled).values()).containsExactly(IDS + "-0");
    assertThat(Headers.injected(multi, Headers.sampledContext()).values())
        .containsExactly(TRACE_ID, SPAN_ID, "1");
    assertThat(Headers.injected(multi, unsampled).values()).containsExactly(TRACE_ID, SPAN_ID, "0");
    assertThat(Headers.injected(single, Context.root()).names()).isEmpty();
    assertThat(single.fields()).containsExactly("b3");
    assertThat(multi.fields())
        .containsExactly("X-B3-TraceId", "X-B3-SpanId", "X-B3-Sampled", "X-B3-Flags");
  }

  @Test
  void passesDebugOnInBothForms() {
    Context fromSingle = Headers.of("b3", IDS + "-d").extracted(single);
    Headers several = Headers.of("X-B3-TraceId", TRACE_ID, "X-B3-SpanId", SPAN_ID);
    several.add("X-B3-Flags", "1");
    Context fromMulti = several.extracted(multi);

    assertThat(Headers.injected(single, fromMulti).get("b3")).isEqualTo(IDS + "-d");
    Headers written = Headers.injected(multi, fromSingle);
    assertThat(written.get("X-B3-Flags")).isEqualTo("1");
    assertThat(written.get("X-B3-Sampled")).isNull();
  }

  @Test
  void forgetsDebugWithTheNextParent() {
    Context debug = Headers.of("b3", IDS + "-d").extracted(single);

    Context next = single.extract(debug, Headers.of("b3", IDS + "-1"), new Headers.AllValues());

    assertThat(Headers.injected(single, next).get("b3")).isEqualTo(IDS + "-1");
  }

  private void assertParent(Headers headers, String traceId, boolean sampled) {
    for (B3Propagator propagator : new B3Propagator[] {single, multi}) {
      SpanContext parent = headers.parent(propagator);
      assertThat(parent.getTraceId()).isEqualTo(traceId);
      assertThat(parent.getSpanId()).isEqualTo(SPAN_ID);
      assertThat(parent.isSampled()).isEqualTo(sampled);
      assertThat(parent.isRemote()).isTrue();
    }
  }
}

package io.heliograph.internal.propagation;

import static io.heliograph.internal.propagation.Headers.SPAN_ID;
import static io.heliograph.internal.propagation.Headers.TRACE_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextPropagatorTest {

  private static final String PARENT = "00-" + TRACE_ID + "-" + SPAN_ID + "-01";

  private final TraceContextPropagator propagator = new TraceContextPropagator();

  @Test
  @Compliance("Context Propagation > TraceContext Propagator")
  void writesWhatItReads() {
    Headers headers = Headers.of("traceparent", PARENT, "tracestate", "a=1,b@c@d=2");

    Headers written = Headers.injected(propagator, headers.extracted(propagator));

    assertThat(written.names()).containsExactlyElementsOf(propagator.fields());
    assertThat(written.values()).containsExactly(PARENT, "a=1,b@c@d=2");
  }

  @Test
  void writesNothingWithoutASpan() {
    assertThat(Headers.injected(propagator, Context.root()).names()).isEmpty();
  }

  @Test
  void headersOfOneThreadDoNotMix() {
    Context context = Headers.contextOf(TraceFlags.fromHex("03", 0), TraceState.getDefault());
    SpanContext other =
        SpanContext.create(
            "f".repeat(32), "e".repeat(16), TraceFlags.getDefault(), TraceState.getDefault());

    String first = Headers.injected(propagator, context).get("traceparent");
    Headers second = Headers.injected(propagator, Context.root().with(Span.wrap(other)));

    assertThat(first).isEqualTo("00-" + TRACE_ID + "-" + SPAN_ID + "-03");
    assertThat(second.get("traceparent"))
        .isEqualTo("00-" + "f".repeat(32) + "-" + "e".repeat(16) + "-00");
  }

  @ParameterizedTest
  @CsvSource({"00,00", "01,01", "02,02", "03,03", "ff,03", "fc,00"})
  void keepsOnlyTheSampledAndTheRandomFlag(String received, String kept) {
    Headers headers = Headers.of("traceparent", "00-" + TRACE_ID + "-" + SPAN_ID + "-" + received);

    Context context = headers.extracted(propagator);

    assertThat(Span.fromContext(context).getSpanContext().getTraceFlags().asHex()).isEqualTo(kept);
    assertThat(Headers.injected(propagator, context).get("traceparent")).endsWith("-" + kept);
  }

  @Test
  void clearsUnknownFlagsOfALocalSpan() {
    Context context = Headers.contextOf(TraceFlags.fromHex("ff", 0), TraceState.getDefault());

    assertThat(Headers.injected(propagator, context).get("traceparent")).endsWith("-03");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00F067AA0BA902B7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0A",
        "CC-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00_4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736_00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7_01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\n",
        "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01x",
        "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-x,01-4bf92f3577b34da6a3ce929d0e0e",
        "00-٤bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "",
        " ",
        "00",
      })
  void leavesTheContextAloneForAnInvalidTraceparent(String traceparent) {
    Headers headers = Headers.of("traceparent", traceparent, "tracestate", "a=1");

    assertThat(headers.extracted(propagator)).isSameAs(Context.root());
  }

  @Test
  void acceptsALaterVersionThatEndsWithADash() {
    Headers headers = Headers.of("traceparent", "01-" + TRACE_ID + "-" + SPAN_ID + "-01-");

    assertThat(headers.parent(propagator).getTraceId()).isEqualTo(TRACE_ID);
  }

  @Test
  void keepsTheParentOfAnEarlierPropagatorWhenTraceparentIsInvalid() {
    Context earlier = Headers.sampledContext();

    Context context =
        propagator.extract(earlier, Headers.of("traceparent", "nonsense"), new Headers.AllValues());

    assertThat(context).isSameAs(earlier);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "=1", "a=", "a=1,b", "a=\t1", "a=1\n", "-a=1", "a=é", "é=1", "a=1=2", "A=1"})
  void dropsAnInvalidTracestateAndKeepsTheParent(String tracestate) {
    Headers headers = Headers.of("traceparent", PARENT, "tracestate", tracestate);

    assertThat(headers.parent(propagator).isValid()).isTrue();
    assertThat(headers.parent(propagator).getTraceState().isEmpty()).isTrue();
  }

  @Test
  void dropsAnEntireTracestateWithA33rdMemberEvenIfItRepeatsAKey() {
    StringBuilder members = new StringBuilder("k0=v");
    for (int i = 1; i < 32; i++) {
      members.append(",k").append(i).append("=v");
    }

    assertThat(state(members.toString()).size()).isEqualTo(32);
    assertThat(state(members + ",k0=v").isEmpty()).isTrue();
  }

  @Test
  void shortensATracestateByItsLongMembersFirst() {
    String medium = "=" + "v".repeat(125);
    String longMember = "x=" + "v".repeat(127);

    String kept = header(state("a" + medium + "," + longMember + ",b" + medium + ",c" + medium));

    assertThat(kept).isEqualTo("a" + medium + ",b" + medium + ",c" + medium);
  }

  @Test
  void shortensATracestateFromItsEndWithoutCuttingAMember() {
    String value = "=" + "v".repeat(125);
    String four = "a" + value + ",b" + value + ",c" + value + ",d" + value;

    assertThat(header(state(four + "," + "e=1"))).isEqualTo(four);
    assertThat(four).hasSize(511);
    assertThat(header(state(four + "v"))).isEqualTo(four + "v");
    assertThat(header(state(four + "vv"))).isEqualTo(four.substring(0, four.lastIndexOf(',')));
  }

  @Test
  void passesOnAHeaderWithoutCopyingIt() {
    String header = "foo=1,bar=2";

    assertThat(header(state(header))).isSameAs(header);
  }

  @Test
  void agreesWithTheApiOnValidInput() {
    Random random = new Random(7);
    for (int i = 0; i < 1_000; i++) {
      Headers headers = validHeaders(random);

      SpanContext ours = headers.parent(propagator);
      SpanContext theirs = headers.parent(W3CTraceContextPropagator.getInstance());

      assertThat(theirs.isValid()).isTrue();
      assertThat(ours.getTraceId()).isEqualTo(theirs.getTraceId());
      assertThat(ours.getSpanId()).isEqualTo(theirs.getSpanId());
      assertThat(ours.getTraceFlags()).isEqualTo(theirs.getTraceFlags());
      assertThat(ours.isRemote()).isEqualTo(theirs.isRemote());
      assertThat(List.copyOf(ours.getTraceState().asMap().entrySet()))
          .isEqualTo(List.copyOf(theirs.getTraceState().asMap().entrySet()));
      Context context = Context.root().with(Span.wrap(theirs));
      assertThat(Headers.injected(propagator, context).values())
          .isEqualTo(Headers.injected(W3CTraceContextPropagator.getInstance(), context).values());
    }
  }

  private TraceState state(String tracestate) {
    return Headers.of("traceparent", PARENT, "tracestate", tracestate)
        .parent(propagator)
        .getTraceState();
  }

  private static String header(TraceState state) {
    return HeaderTraceState.of(state).header();
  }

  private static Headers validHeaders(Random random) {
    String traceId = "%016x%016x".formatted(random.nextLong(), random.nextLong() | 1);
    String spanId = "%016x".formatted(random.nextLong() | 1);
    String parent = "00-%s-%s-0%d".formatted(traceId, spanId, random.nextInt(4));
    List<String> members = new ArrayList<>();
    for (int i = random.nextInt(20); i > 0; i--) {
      members.add("k" + i + "=" + Integer.toString(random.nextInt(), 36));
    }
    return Headers.of("traceparent", parent, "tracestate", String.join(",", members));
  }
}

package io.heliograph.internal.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.heliograph.Compliance;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every case of W3C's trace-context test suite (w3c/trace-context, test/test.py, at strict level
 * 2), named as there with the number of the request. {@code restarted}: no remote parent. {@code
 * continued}: the trace goes on, with the given trace state.
 */
class W3cTraceContextCasesTest {

  private static final String UNSAMPLED = "00-12345678901234567890123456789012-1234567890123456-00";
  private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789_-*/";
  private static final String VALUE = allowedValue();

  private final TraceContextPropagator propagator = new TraceContextPropagator();

  @ParameterizedTest
  @Compliance("Context Propagation > TraceContext Propagator")
  @MethodSource({"table", "longTracestate"})
  void followsTheSuiteWithRepeatedHeaders(boolean goesOn, String state, Headers headers) {
    assertFollows(goesOn, state, headers, new Headers.AllValues());
  }

  @ParameterizedTest
  @MethodSource({"table", "longTracestate"})
  void followsTheSuiteWithJoinedHeaders(boolean goesOn, String state, Headers headers) {
    assertFollows(goesOn, state, headers, new Headers.Joining());
  }

  private void assertFollows(
      boolean goesOn, String state, Headers headers, TextMapGetter<Headers> getter) {
    Context context = propagator.extract(Context.root(), headers, getter);

    SpanContext parent = Span.fromContext(context).getSpanContext();
    assertThat(parent.isValid()).isEqualTo(goesOn);
    assertThat(parent.isRemote()).isEqualTo(goesOn);
    assertThat(HeaderTraceState.of(parent.getTraceState()).header()).isEqualTo(state);
    if (goesOn) {
      assertThat(parent.getTraceId()).isEqualTo("12345678901234567890123456789012");
      assertThat(parent.getSpanId()).isEqualTo("1234567890123456");
    } else {
      assertThat(context).isSameAs(Context.root());
    }
  }

  static Stream<Arguments> table() throws IOException {
    String resource = "w3c-trace-context-cases.txt";
    try (InputStream in = W3cTraceContextCasesTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> row(line.replace("\\t", "\t").split("\\|", -1)));
    }
  }

  private static Arguments row(String[] cells) {
    Headers headers = new Headers();
    for (int i = 3; i < cells.length; i++) {
      String[] header = cells[i].split("=", 2);
      headers.add(header[0], header[1]);
    }
    return argumentSet(cells[0], cells[1].equals("continued"), cells[2], headers);
  }

  static Stream<Arguments> longTracestate() {
    return Stream.of(
        withState("tracestate_all_allowed_characters#1", KEY + "=" + VALUE, true),
        withState("tracestate_all_allowed_characters#2", KEY + "@a-z0-9_-*/=" + VALUE, true),
        withState("tracestate_key_length_limit#1", "z".repeat(256) + "=1", true),
        withState("tracestate_key_length_limit#2", "z".repeat(257) + "=1", false),
        withState(
            "tracestate_key_length_limit#3", "t".repeat(241) + "@" + "v".repeat(14) + "=1", true),
        withState("tracestate_key_length_limit#4", "t".repeat(242) + "@v=1", true),
        withState("tracestate_key_length_limit#5", "t@" + "v".repeat(15) + "=1", true));
  }

  private static Arguments withState(String name, String member, boolean kept) {
    Headers headers = Headers.of("traceparent", UNSAMPLED, "tracestate", "foo=1");
    headers.add("tracestate", member);
    return argumentSet(name, true, kept ? "foo=1," + member : "", headers);
  }

  private static String allowedValue() {
    StringBuilder value = new StringBuilder();
    for (char c = ' '; c <= '~'; c++) {
      if (c != ',' && c != '=') {
        value.append(c);
      }
    }
    return value.toString();
  }
}

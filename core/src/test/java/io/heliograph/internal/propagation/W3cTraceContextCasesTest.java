package io.heliograph.internal.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
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
  @MethodSource({"traceparent", "tracestate", "longTracestate"})
  void followsTheSuiteWithRepeatedHeaders(boolean goesOn, String state, Headers headers) {
    assertFollows(goesOn, state, headers, new Headers.AllValues());
  }

  @ParameterizedTest
  @MethodSource({"traceparent", "tracestate", "longTracestate"})
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

  static Stream<Arguments> traceparent() {
    return Stream.of(
        restarted("both_traceparent_and_tracestate_missing#1"),
        restarted(
            "traceparent_duplicated#1",
            "traceparent",
            "00-12345678901234567890123456789011-1234567890123456-01",
            "traceparent",
            "00-12345678901234567890123456789012-1234567890123456-01"),
        restarted(
            "traceparent_header_name#1",
            "trace-parent",
            "00-12345678901234567890123456789012-1234567890123456-01"),
        restarted(
            "traceparent_header_name#2",
            "trace.parent",
            "00-12345678901234567890123456789012-1234567890123456-01"),
        continued(
            "traceparent_header_name_valid_casing#1",
            "",
            "TraceParent",
            "00-12345678901234567890123456789012-1234567890123456-01"),
        continued(
            "traceparent_header_name_valid_casing#2",
            "",
            "TrAcEpArEnT",
            "00-12345678901234567890123456789012-1234567890123456-01"),
        continued(
            "traceparent_header_name_valid_casing#3",
            "",
            "TRACEPARENT",
            "00-12345678901234567890123456789012-1234567890123456-01"),
        restarted(
            "traceparent_version_0x00#1",
            "traceparent",
            "00-12345678901234567890123456789012-1234567890123456-01."),
        restarted(
            "traceparent_version_0x00#2",
            "traceparent",
            "00-12345678901234567890123456789012-1234567890123456-01-what-the-future-will-be-like"),
        continued(
            "traceparent_version_0xcc#1",
            "",
            "traceparent",
            "cc-12345678901234567890123456789012-1234567890123456-01"),
        continued(
            "traceparent_version_0xcc#2",
            "",
            "traceparent",
            "cc-12345678901234567890123456789012-1234567890123456-01-what-the-future-will-be-like"),
        restarted(
            "traceparent_version_0xcc#3",
            "traceparent",
            "cc-12345678901234567890123456789012-1234567890123456-01.what-the-future-will-be-like"),
        restarted(
            "traceparent_version_0xff#1",
            "traceparent",
            "ff-12345678901234567890123456789012-1234567890123456-01"),
        restarted(
            "traceparent_version_illegal_characters#1",
            "traceparent",
            ".0-12345678901234567890123456789012-1234567890123456-01"),
        restarted(
            "traceparent_version_illegal_characters#2",
            "traceparent",
            "0.-12345678901234567890123456789012-1234567890123456-01"),
        restarted(
            "traceparent_version_too_long#1",
            "traceparent",
            "000-12345678901234567890123456789012-1234567890123456-01"),
        restarted(
            "traceparent_version_too_long#2",
            "traceparent",
            "0000-12345678901234567890123456789012-1234567890123456-01"),
        restarted(
            "traceparent_version_too_short#1",
            "traceparent",
            "0-12345678901234567890123456789012-1234567890123456-01"),
        restarted(
            "traceparent_trace_id_all_zero#1",
            "traceparent",
            "00-00000000000000000000000000000000-1234567890123456-01"),
        restarted(
            "traceparent_trace_id_illegal_characters#1",
            "traceparent",
            "00-.2345678901234567890123456789012-1234567890123456-01"),
        restarted(
            "traceparent_trace_id_illegal_characters#2",
            "traceparent",
            "00-1234567890123456789012345678901.-1234567890123456-01"),
        restarted(
            "traceparent_trace_id_too_long#1",
            "traceparent",
            "00-123456789012345678901234567890123-1234567890123456-01"),
        restarted(
            "traceparent_trace_id_too_short#1",
            "traceparent",
            "00-1234567890123456789012345678901-1234567890123456-01"),
        restarted(
            "traceparent_parent_id_all_zero#1",
            "traceparent",
            "00-12345678901234567890123456789012-0000000000000000-01"),
        restarted(
            "traceparent_parent_id_illegal_characters#1",
            "traceparent",
            "00-12345678901234567890123456789012-.234567890123456-01"),
        restarted(
            "traceparent_parent_id_illegal_characters#2",
            "traceparent",
            "00-12345678901234567890123456789012-123456789012345.-01"),
        restarted(
            "traceparent_parent_id_too_long#1",
            "traceparent",
            "00-12345678901234567890123456789012-12345678901234567-01"),
        restarted(
            "traceparent_parent_id_too_short#1",
            "traceparent",
            "00-12345678901234567890123456789012-123456789012345-01"),
        restarted(
            "traceparent_trace_flags_illegal_characters#1",
            "traceparent",
            "00-12345678901234567890123456789012-1234567890123456-.0"),
        restarted(
            "traceparent_trace_flags_illegal_characters#2",
            "traceparent",
            "00-12345678901234567890123456789012-1234567890123456-0."),
        restarted(
            "traceparent_trace_flags_too_long#1",
            "traceparent",
            "00-12345678901234567890123456789012-1234567890123456-001"),
        restarted(
            "traceparent_trace_flags_too_short#1",
            "traceparent",
            "00-12345678901234567890123456789012-1234567890123456-1"),
        continued(
            "traceparent_ows_handling#1",
            "",
            "traceparent",
            " 00-12345678901234567890123456789012-1234567890123456-01"),
        continued(
            "traceparent_ows_handling#2",
            "",
            "traceparent",
            "\t00-12345678901234567890123456789012-1234567890123456-01"),
        continued(
            "traceparent_ows_handling#3",
            "",
            "traceparent",
            "00-12345678901234567890123456789012-1234567890123456-01 "),
        continued(
            "traceparent_ows_handling#4",
            "",
            "traceparent",
            "00-12345678901234567890123456789012-1234567890123456-01\t"),
        continued(
            "traceparent_ows_handling#5",
            "",
            "traceparent",
            "\t 00-12345678901234567890123456789012-1234567890123456-01 \t"),
        continued(
            "propagates_random_flag#1",
            "",
            "traceparent",
            "00-12345678901234567890123456789012-1234567890123456-02"));
  }

  static Stream<Arguments> tracestate() {
    return Stream.of(
        continued(
            "traceparent_included_tracestate_missing#1",
            "",
            "traceparent",
            "00-12345678901234567890123456789012-1234567890123456-01"),
        restarted("tracestate_included_traceparent_missing#1", "tracestate", "foo=1"),
        restarted("tracestate_included_traceparent_missing#2", "tracestate", "foo=1,bar=2"),
        continued(
            "tracestate_included_traceparent_included#1",
            "foo=1,bar=2",
            "traceparent",
            UNSAMPLED,
            "tracestate",
            "foo=1,bar=2"),
        continued("tracestate_header_name#1", "", "traceparent", UNSAMPLED, "trace-state", "foo=1"),
        continued("tracestate_header_name#2", "", "traceparent", UNSAMPLED, "trace.state", "foo=1"),
        continued(
            "tracestate_header_name_valid_casing#1",
            "foo=1",
            "traceparent",
            UNSAMPLED,
            "TraceState",
            "foo=1"),
        continued(
            "tracestate_header_name_valid_casing#2",
            "foo=1",
            "traceparent",
            UNSAMPLED,
            "TrAcEsTaTe",
            "foo=1"),
        continued(
            "tracestate_header_name_valid_casing#3",
            "foo=1",
            "traceparent",
            UNSAMPLED,
            "TRACESTATE",
            "foo=1"),
        continued("tracestate_empty_header#1", "", "traceparent", UNSAMPLED, "tracestate", ""),
        continued(
            "tracestate_empty_header#2",
            "foo=1",
            "traceparent",
            UNSAMPLED,
            "tracestate",
            "foo=1",
            "tracestate",
            ""),
        continued(
            "tracestate_empty_header#3",
            "foo=1",
            "traceparent",
            UNSAMPLED,
            "tracestate",
            "",
            "tracestate",
            "foo=1"),
        continued(
            "tracestate_multiple_headers_different_keys#1",
            "foo=1,bar=2,rojo=1,congo=2,baz=3",
            "traceparent",
            UNSAMPLED,
            "tracestate",
            "foo=1,bar=2",
            "tracestate",
            "rojo=1,congo=2",
            "tracestate",
            "baz=3"),
        continued(
            "tracestate_duplicated_keys#1",
            "foo=1",
            "traceparent",
            UNSAMPLED,
            "tracestate",
            "foo=1,foo=1"),
        continued(
            "tracestate_duplicated_keys#2",
            "foo=1",
            "traceparent",
            UNSAMPLED,
            "tracestate",
            "foo=1,foo=2"),
        continued(
            "tracestate_duplicated_keys#3",
            "foo=1",
            "traceparent",
            UNSAMPLED,
            "tracestate",
            "foo=1",
            "tracestate",
            "foo=1"),
        continued(
            "tracestate_duplicated_keys#4",
            "foo=1",
            "traceparent",
            UNSAMPLED,
            "tracestate",
            "foo=1",
            "tracestate",
            "foo=2"),
        continued(
            "tracestate_ows_handling#1",
            "foo=1,bar=2,baz=3",
            "traceparent",
            UNSAMPLED,
            "tracestate",
            "foo=1 \t , \t bar=2, \t baz=3"),
        continued(
            "tracestate_ows_handling#2",
            "foo=1,bar=2,baz=3",
            "traceparent",
            UNSAMPLED,
            "tracestate",
            "foo=1\t \t,\t \tbar=2,\t \tbaz=3"),
        continued(
            "tracestate_ows_handling#3", "foo=1", "traceparent", UNSAMPLED, "tracestate", " foo=1"),
        continued(
            "tracestate_ows_handling#4",
            "foo=1",
            "traceparent",
            UNSAMPLED,
            "tracestate",
            "\tfoo=1"),
        continued(
            "tracestate_ows_handling#5", "foo=1", "traceparent", UNSAMPLED, "tracestate", "foo=1 "),
        continued(
            "tracestate_ows_handling#6",
            "foo=1",
            "traceparent",
            UNSAMPLED,
            "tracestate",
            "foo=1\t"),
        continued(
            "tracestate_ows_handling#7",
            "foo=1",
            "traceparent",
            UNSAMPLED,
            "tracestate",
            "\t foo=1 \t"),
        continued(
            "tracestate_key_illegal_characters#1",
            "",
            "traceparent",
            UNSAMPLED,
            "tracestate",
            "foo =1"),
        continued(
            "tracestate_key_illegal_characters#2",
            "",
            "traceparent",
            UNSAMPLED,
            "tracestate",
            "FOO=1"),
        continued(
            "tracestate_key_illegal_characters#3",
            "",
            "traceparent",
            UNSAMPLED,
            "tracestate",
            "foo.bar=1"),
        continued(
            "tracestate_key_illegal_vendor_format#1",
            "foo@=1,bar=2",
            "traceparent",
            UNSAMPLED,
            "tracestate",
            "foo@=1,bar=2"),
        continued(
            "tracestate_key_illegal_vendor_format#2",
            "",
            "traceparent",
            UNSAMPLED,
            "tracestate",
            "@foo=1,bar=2"),
        continued(
            "tracestate_key_illegal_vendor_format#3",
            "foo@@bar=1,bar=2",
            "traceparent",
            UNSAMPLED,
            "tracestate",
            "foo@@bar=1,bar=2"),
        continued(
            "tracestate_key_illegal_vendor_format#4",
            "foo@bar@baz=1,bar=2",
            "traceparent",
            UNSAMPLED,
            "tracestate",
            "foo@bar@baz=1,bar=2"),
        continued(
            "tracestate_member_count_limit#1",
            "bar01=01,bar02=02,bar03=03,bar04=04,bar05=05,bar06=06,bar07=07,bar08=08,bar09=09,bar10=10,bar11=11,bar12=12,bar13=13,bar14=14,bar15=15,bar16=16,bar17=17,bar18=18,bar19=19,bar20=20,bar21=21,bar22=22,bar23=23,bar24=24,bar25=25,bar26=26,bar27=27,bar28=28,bar29=29,bar30=30,bar31=31,bar32=32",
            "traceparent",
            UNSAMPLED,
            "tracestate",
            "bar01=01,bar02=02,bar03=03,bar04=04,bar05=05,bar06=06,bar07=07,bar08=08,bar09=09,bar10=10",
            "tracestate",
            "bar11=11,bar12=12,bar13=13,bar14=14,bar15=15,bar16=16,bar17=17,bar18=18,bar19=19,bar20=20",
            "tracestate",
            "bar21=21,bar22=22,bar23=23,bar24=24,bar25=25,bar26=26,bar27=27,bar28=28,bar29=29,bar30=30",
            "tracestate",
            "bar31=31,bar32=32"),
        continued(
            "tracestate_member_count_limit#2",
            "",
            "traceparent",
            UNSAMPLED,
            "tracestate",
            "bar01=01,bar02=02,bar03=03,bar04=04,bar05=05,bar06=06,bar07=07,bar08=08,bar09=09,bar10=10",
            "tracestate",
            "bar11=11,bar12=12,bar13=13,bar14=14,bar15=15,bar16=16,bar17=17,bar18=18,bar19=19,bar20=20",
            "tracestate",
            "bar21=21,bar22=22,bar23=23,bar24=24,bar25=25,bar26=26,bar27=27,bar28=28,bar29=29,bar30=30",
            "tracestate",
            "bar31=31,bar32=32,bar33=33"),
        continued(
            "tracestate_value_illegal_characters#1",
            "",
            "traceparent",
            UNSAMPLED,
            "tracestate",
            "foo=bar=baz"),
        continued(
            "tracestate_value_illegal_characters#2",
            "",
            "traceparent",
            UNSAMPLED,
            "tracestate",
            "foo=,bar=3"));
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
    return continued(
        name,
        kept ? "foo=1," + member : "",
        "traceparent",
        UNSAMPLED,
        "tracestate",
        "foo=1",
        "tracestate",
        member);
  }

  private static Arguments restarted(String name, String... headers) {
    return argumentSet(name, false, "", Headers.of(headers));
  }

  private static Arguments continued(String name, String state, String... headers) {
    return argumentSet(name, true, state, Headers.of(headers));
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

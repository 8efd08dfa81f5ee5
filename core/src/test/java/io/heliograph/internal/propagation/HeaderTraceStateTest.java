package io.heliograph.internal.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderTraceStateTest {

  private static final TraceState STATE = parse("foo=1,foobar=2,o=3");

  @Test
  void findsAValueByItsWholeKey() {
    assertThat(STATE.get("foo")).isEqualTo("1");
    assertThat(STATE.get("foobar")).isEqualTo("2");
    assertThat(STATE.get("o")).isEqualTo("3");
    assertThat(STATE.get("fo")).isNull();
    assertThat(STATE.get("")).isNull();
    assertThat(STATE.get(null)).isNull();
  }

  @Test
  void listsItsMembersInOrder() {
    assertThat(STATE.asMap())
        .containsExactly(entry("foo", "1"), entry("foobar", "2"), entry("o", "3"));
    assertThat(STATE.size()).isEqualTo(3);
    assertThat(STATE.isEmpty()).isFalse();
  }

  @Test
  void isEqualToOneOfTheSameHeader() {
    assertThat(STATE)
        .isEqualTo(parse("foo=1, foobar=2,,o=3"))
        .hasSameHashCodeAs(parse("foo=1, foobar=2,,o=3"))
        .isNotEqualTo(parse("foo=1"));
  }

  @Test
  void putsAChangedMemberFirst() {
    assertThat(header(STATE.toBuilder().put("o", "4").put("ot", "th:8")))
        .isEqualTo("ot=th:8,o=4,foo=1,foobar=2");
  }

  @Test
  void removesAMember() {
    assertThat(header(STATE.toBuilder().remove("foo").remove("absent").remove(null)))
        .isEqualTo("foobar=2,o=3");
  }

  @Test
  void ignoresAnInvalidMember() {
    TraceStateBuilder builder =
        STATE.toBuilder()
            .put("UPPER", "1")
            .put("a", "")
            .put("a", "x,y")
            .put("a", "x\r\ny")
            .put("a", null)
            .put(null, "a");

    assertThat(header(builder)).isEqualTo("foo=1,foobar=2,o=3");
  }

  @Test
  void dropsTheLastMemberForA33rd() {
    TraceStateBuilder builder = STATE.toBuilder();
    for (int i = 0; i < 30; i++) {
      builder.put("k" + i, "v");
    }

    TraceState state = builder.build();

    assertThat(state.size()).isEqualTo(32);
    assertThat(state.get("k29")).isEqualTo("v");
    assertThat(state.get("foobar")).isEqualTo("2");
    assertThat(state.get("o")).isNull();
  }

  @Test
  void becomesEmptyWithItsLastMember() {
    assertThat(parse("a=1").toBuilder().remove("a").build().isEmpty()).isTrue();
  }

  @Test
  void keepsTheMembersOfAForeignState() {
    TraceState foreign = TraceState.builder().put("b", "2").put("a", "1").build();

    assertThat(HeaderTraceState.of(foreign).header()).isEqualTo("a=1,b=2");
  }

  private static TraceState parse(String header) {
    return TraceStateParser.parse(List.of(header).iterator());
  }

  private static String header(TraceStateBuilder builder) {
    return HeaderTraceState.of(builder.build()).header();
  }
}

package io.heliograph.instrumentation.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A map like any other to whoever looks, and nothing made for whoever does not. */
class MdcWithIdsTest {

  private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
  private static final SpanContext SPAN =
      SpanContext.create(
          TRACE_ID, "b7ad6b7169203331", TraceFlags.getSampled(), TraceState.getDefault());
  private static final Map<String, String> IDS =
      Map.of("trace_id", TRACE_ID, "span_id", "b7ad6b7169203331", "trace_flags", "01");

  @Test
  void hasTheIdsBesideTheApplicationsEntries() {
    Map<String, String> expected = new HashMap<>(IDS);
    expected.put("user", "7");

    assertThat(merged(Map.of("user", "7")))
        .isEqualTo(expected)
        .hasSize(4)
        .containsEntry("span_id", "b7ad6b7169203331")
        .containsKey("trace_flags")
        .doesNotContainKey("absent");
  }

  @Test
  void canBeChangedAsACopyCan() {
    Map<String, String> own = Map.of("user", "7");
    Map<String, String> mdc = merged(own);
    mdc.put("span_id", "mine");
    mdc.remove("trace_id");

    assertThat(mdc).isEqualTo(Map.of("user", "7", "span_id", "mine", "trace_flags", "01"));
    assertThat(own).isEqualTo(Map.of("user", "7"));
    assertThat(MdcWithIds.own(mdc)).isEqualTo(mdc);
  }

  @Test
  void theApplicationsEntriesAreKnownApartUntilSomebodyLooks() {
    Map<String, String> own = Map.of("user", "7");
    Map<String, String> mdc = merged(own);

    assertThat(MdcWithIds.own(mdc)).isSameAs(own);
    assertThat(mdc.get("user")).isEqualTo("7");
    assertThat(MdcWithIds.own(mdc)).containsKeys("user", "trace_id");
    assertThat(MdcWithIds.own(own)).isSameAs(own);
  }

  @Test
  void isWrittenAsAnOrdinaryMap() throws Exception {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(octets)) {
      out.writeObject(merged(null));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(octets.toByteArray()))) {
      assertThat(in.readObject()).isInstanceOf(HashMap.class).isEqualTo(IDS);
    }
  }

  private static Map<String, String> merged(Map<String, String> own) {
    try (Scope ignored = Span.wrap(SPAN).makeCurrent()) {
      return TraceMdc.byDefault().merged(own, String.class);
    }
  }
}

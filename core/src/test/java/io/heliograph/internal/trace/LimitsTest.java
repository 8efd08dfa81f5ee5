package io.heliograph.internal.trace;

import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.compliance.Compliance;
import io.heliograph.export.ReadableSpan;
import io.heliograph.pipeline.SpanLimits;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What exceeds a limit is dropped and counted on the span. */
class LimitsTest {

  private static final SpanLimits SMALL = new SpanLimits(3, 2, 2, 1, 1, 5);

  private final Engine engine = new Engine(builder -> builder.limits(SMALL));
  private final Span span = engine.tracer.spanBuilder("a").setAttribute("0", "v").startSpan();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  @Compliance({
    "Traces > Span > attribute collection size limit",
    "Traces > Sampling > SpanLimits",
    "Traces > Sampling > Attribute Limits"
  })
  void attributesOverTheLimitAreCountedAndKnownKeysStillChange() {
    for (int i = 1; i < 10; i++) {
      span.setAttribute(Integer.toString(i), "v");
    }
    span.setAttribute("0", "new");
    ReadableSpan ended = end();
    assertThat(ended.attributes())
        .isEqualTo(Attributes.builder().put("0", "new").put("1", "v").put("2", "v").build());
    assertThat(ended.droppedAttributes()).isEqualTo(7);
  }

  @Test
  @Compliance("Traces > Span > events collection size limit")
  void eventsAndTheirAttributesAreLimited() {
    for (int i = 0; i < 5; i++) {
      span.addEvent("event", attributes(4));
    }
    ReadableSpan ended = end();
    assertThat(ended.events()).hasSize(2);
    assertThat(ended.droppedEvents()).isEqualTo(3);
    assertThat(ended.events().get(0).attributes().size()).isEqualTo(1);
    assertThat(ended.events().get(0).droppedAttributes()).isEqualTo(3);
  }

  @Test
  @Compliance("Traces > Span > links collection size limit")
  void linksAndTheirAttributesAreLimited() {
    SpanContext other =
        SpanContext.create(
            "1".repeat(32), "2".repeat(16), TraceFlags.getDefault(), TraceState.getDefault());
    for (int i = 0; i < 5; i++) {
      span.addLink(other, attributes(3));
    }
    ReadableSpan ended = end();
    assertThat(ended.links()).hasSize(2);
    assertThat(ended.droppedLinks()).isEqualTo(3);
    assertThat(ended.links().get(0).droppedAttributes()).isEqualTo(2);
  }

  @Test
  void longValuesAreCutInTextsAndInArraysOfTexts() {
    span.setAttribute("text", "123456789");
    span.setAttribute(stringArrayKey("texts"), List.of("123456789", "12"));
    Attributes attributes = end().attributes();
    assertThat(attributes.get(stringKey("text"))).isEqualTo("12345");
    assertThat(attributes.get(stringArrayKey("texts"))).containsExactly("12345", "12");
  }

  @Test
  void aCutNeverSplitsASurrogatePair() {
    span.setAttribute("text", "1234🌍");
    assertThat(end().attributes().get(stringKey("text"))).isEqualTo("1234");
  }

  @Test
  void defaultsAreTheSpecificationsAndAValueIsCutAt16KiB() {
    assertThat(SpanLimits.DEFAULT).isEqualTo(new SpanLimits(128, 128, 128, 128, 128, 16384));
  }

  private static Attributes attributes(int count) {
    AttributesBuilder attributes = Attributes.builder();
    for (int i = 0; i < count; i++) {
      attributes.put("key" + i, i);
    }
    return attributes.build();
  }

  private ReadableSpan end() {
    span.end();
    return engine.onlySpan();
  }
}

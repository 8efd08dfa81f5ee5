package io.heliograph;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.export.ReadableSpan;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import org.junit.jupiter.api.Test;

/** Each variable limits what it names on an exported span, and nothing else. */
class EnvironmentLimitsTest {

  private static final int FULL = 5;
  private static final String TEXT = "123456789";
  private static final int LONG = TEXT.length();

  /** How much of everything an exported span holds. */
  private record Size(
      int attributes, int text, int events, int eventAttributes, int links, int linkAttributes) {}

  @Test
  void keepsEverythingByDefault() {
    assertThat(exported()).isEqualTo(new Size(FULL, LONG, FULL, FULL, FULL, FULL));
  }

  @Test
  @Compliance("Environment Variables > OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT")
  void limitsAttributesOfSpans() {
    assertThat(exported("OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT", "2"))
        .isEqualTo(new Size(2, LONG, FULL, FULL, FULL, FULL));
  }

  @Test
  @Compliance("Environment Variables > OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT")
  void limitsValuesOfSpans() {
    assertThat(
            exported(
                "OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT", "2",
                "OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT", "3"))
        .isEqualTo(new Size(FULL, 2, FULL, FULL, FULL, FULL));
  }

  @Test
  @Compliance("Environment Variables > OTEL_SPAN_EVENT_COUNT_LIMIT")
  void limitsEvents() {
    assertThat(exported("OTEL_SPAN_EVENT_COUNT_LIMIT", "2"))
        .isEqualTo(new Size(FULL, LONG, 2, FULL, FULL, FULL));
  }

  @Test
  @Compliance("Environment Variables > OTEL_SPAN_LINK_COUNT_LIMIT")
  void limitsLinks() {
    assertThat(exported("OTEL_SPAN_LINK_COUNT_LIMIT", "2"))
        .isEqualTo(new Size(FULL, LONG, FULL, FULL, 2, FULL));
  }

  @Test
  @Compliance("Environment Variables > OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT")
  void limitsAttributesOfEvents() {
    assertThat(exported("OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT", "2"))
        .isEqualTo(new Size(FULL, LONG, FULL, 2, FULL, FULL));
  }

  @Test
  @Compliance("Environment Variables > OTEL_LINK_ATTRIBUTE_COUNT_LIMIT")
  void limitsAttributesOfLinks() {
    assertThat(exported("OTEL_LINK_ATTRIBUTE_COUNT_LIMIT", "2"))
        .isEqualTo(new Size(FULL, LONG, FULL, FULL, FULL, 2));
  }

  @Test
  @Compliance("Environment Variables > OTEL_ATTRIBUTE_COUNT_LIMIT")
  void limitsAttributesWhereNothingMoreSpecificIsSet() {
    assertThat(exported("OTEL_ATTRIBUTE_COUNT_LIMIT", "2"))
        .isEqualTo(new Size(2, LONG, FULL, 2, FULL, 2));
    assertThat(exported("OTEL_ATTRIBUTE_COUNT_LIMIT", "2", "OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT", "3"))
        .isEqualTo(new Size(2, LONG, FULL, 3, FULL, 2));
  }

  @Test
  @Compliance("Environment Variables > OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT")
  void limitsValuesWhereNothingMoreSpecificIsSet() {
    assertThat(exported("OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT", "2"))
        .isEqualTo(new Size(FULL, 2, FULL, FULL, FULL, FULL));
  }

  private static Size exported(String... variables) {
    try (Program program = Program.start(variables)) {
      Span span = program.span("full").setAllAttributes(attributes()).startSpan();
      for (int i = 0; i < FULL; i++) {
        span.addEvent("event", attributes());
        span.addLink(other(), attributes());
      }
      span.end();
      return size(program.onlySpan());
    }
  }

  private static Size size(ReadableSpan span) {
    return new Size(
        span.attributes().size(),
        span.attributes().get(AttributeKey.stringKey("key0")).length(),
        span.events().size(),
        span.events().get(0).attributes().size(),
        span.links().size(),
        span.links().get(0).attributes().size());
  }

  private static Attributes attributes() {
    AttributesBuilder attributes = Attributes.builder();
    for (int i = 0; i < FULL; i++) {
      attributes.put("key" + i, TEXT);
    }
    return attributes.build();
  }

  private static SpanContext other() {
    return SpanContext.create(
        "1".repeat(32), "2".repeat(16), TraceFlags.getDefault(), TraceState.getDefault());
  }
}

package io.heliograph.internal.trace;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Chosen baggage entries become attributes, the others stay where they are. */
class BaggageAttributesTest {

  private final Engine engine =
      new Engine(b -> b.spanProcessor(new BaggageAttributes(List.of("tenant", "user"))));

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void copiesTheChosenEntriesThatAreThere() {
    assertThat(attributesWith(Baggage.builder().put("tenant", "7").put("secret", "s").build()))
        .isEqualTo(Attributes.of(stringKey("tenant"), "7"));
  }

  @Test
  void copiesNothingWithoutBaggage() {
    assertThat(attributesWith(Baggage.empty())).isEqualTo(Attributes.empty());
  }

  @Test
  void takesTheBaggageOfTheParentAndNotOfTheThread() {
    Baggage other = Baggage.builder().put("user", "thread").build();
    try (var ignored = Context.root().with(other).makeCurrent()) {
      assertThat(attributesWith(Baggage.builder().put("user", "ann").build()))
          .isEqualTo(Attributes.of(stringKey("user"), "ann"));
    }
  }

  private Attributes attributesWith(Baggage baggage) {
    Context parent = Context.root().with(baggage);
    engine.tracer.spanBuilder("s").setParent(parent).startSpan().end();
    return engine.onlySpan().attributes();
  }
}

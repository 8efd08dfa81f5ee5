package io.heliograph.internal.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.heliograph.Compliance;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropagatorsTest {

  private static final Map<String, TextMapPropagator> NO_EXTRA = Map.of();

  @ParameterizedTest
  @Compliance({"Context Propagation > TextMapPropagator", "Context Propagation > Fields"})
  @ValueSource(
      strings = {
        "tracecontext",
        "b3",
        "b3multi",
        "jaeger",
        "xray",
        "ottrace",
        "opencensus",
      })
  void carriesASpanUnderEachName(String name) {
    TextMapPropagator propagator = of(name);

    Headers headers = Headers.injected(propagator, Headers.sampledContext());

    assertThat(headers.names()).isNotEmpty().isSubsetOf(propagator.fields());
    assertThat(headers.parent(propagator).getSpanId()).isEqualTo(Headers.SPAN_ID);
    assertThat(headers.parent(propagator).isSampled()).isTrue();
  }

  @Test
  @Compliance("Baggage > Use official header name `baggage`")
  void carriesBaggageUnderItsName() {
    Context context = Context.root().with(Baggage.builder().put("a", "1").build());

    Headers headers = Headers.injected(of("baggage"), context);

    assertThat(headers.names()).containsExactly("baggage");
    assertThat(headers.values()).containsExactly("a=1");
  }

  @Test
  void keepsTheOrderAndDropsDuplicates() {
    TextMapPropagator propagator = of("b3", "tracecontext", "b3", "tracecontext");

    assertThat(propagator.fields()).containsExactly("b3", "traceparent", "tracestate");
    assertThat(Headers.injected(propagator, Headers.sampledContext()).names())
        .containsExactly("b3", "traceparent");
  }

  @Test
  void doesNothingForNoneOrNoName() {
    assertThat(of("none", "none")).isSameAs(TextMapPropagator.noop());
    assertThat(of()).isSameAs(TextMapPropagator.noop());
  }

  @Test
  void refusesNoneBesideOthers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("b3", "none"))
        .withMessageStartingWith("none cannot stand with others; allowed are tracecontext, ");
  }

  @Test
  void listsTheAllowedNamesForAnUnknownOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Propagators.of(List.of("w3c"), e -> {}, Map.of("mine", new BaggagePropagator())))
        .withMessage(
            "unknown propagator w3c; allowed are tracecontext, baggage, b3, b3multi, jaeger, xray,"
                + " ottrace, opencensus, mine, or none alone");
  }

  @Test
  void takesExtraPropagatorsBeforeItsOwn() {
    Map<String, TextMapPropagator> extra =
        Map.of("mine", B3Propagator.multi(), "tracecontext", B3Propagator.single());

    assertThat(Propagators.of(List.of("mine"), e -> {}, extra).fields()).contains("X-B3-TraceId");
    assertThat(Propagators.of(List.of("tracecontext"), e -> {}, extra).fields())
        .containsExactly("b3");
  }

  private static TextMapPropagator of(String... names) {
    return Propagators.of(List.of(names), failure -> {}, NO_EXTRA);
  }
}

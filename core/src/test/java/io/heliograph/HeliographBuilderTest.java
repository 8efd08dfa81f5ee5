package io.heliograph;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.heliograph.config.ConfigurationException;
import io.heliograph.config.ConfigurationException.Problem;
import io.heliograph.export.InMemoryExporter;
import io.heliograph.export.ReadableSpan;
import io.heliograph.export.Resource;
import io.heliograph.pipeline.Samplers;
import io.heliograph.pipeline.SpanLimits;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A start that fails says which value to change; what the program adds wins over settings. */
class HeliographBuilderTest {

  @Test
  void anUnknownSamplerIsNamedWithTheOnesThatExist() {
    Problem problem = problem("OTEL_TRACES_SAMPLER", "sometimes");
    assertThat(problem.key()).isEqualTo("OTEL_TRACES_SAMPLER");
    assertThat(problem.value()).isEqualTo("sometimes");
    assertThat(problem.allowed())
        .startsWith("one of ")
        .contains("always_on", "parentbased_traceidratio", "jaeger_remote");
    assertThat(problem.origin()).isEqualTo("environment variable OTEL_TRACES_SAMPLER");
  }

  @ParameterizedTest
  @ValueSource(strings = {"half", "1.5", "-0.1", "NaN"})
  void aBadRatioIsNamed(String ratio) {
    assertThat(problem("OTEL_TRACES_SAMPLER", "traceidratio", "OTEL_TRACES_SAMPLER_ARG", ratio))
        .isEqualTo(
            new Problem(
                "OTEL_TRACES_SAMPLER_ARG",
                ratio,
                "a number from 0 to 1",
                "environment variable OTEL_TRACES_SAMPLER_ARG",
                null));
  }

  @Test
  void anUnknownPropagatorIsNamedWithTheOnesThatExist() {
    Problem problem = problem("OTEL_PROPAGATORS", "tracecontext,w3c");
    assertThat(problem.key()).isEqualTo("OTEL_PROPAGATORS");
    assertThat(problem.value()).isEqualTo("tracecontext,w3c");
    assertThat(problem.allowed()).contains("w3c", "tracecontext, baggage, b3");
    assertThat(problem.origin()).isEqualTo("environment variable OTEL_PROPAGATORS");
  }

  private static Problem problem(String... variables) {
    ConfigurationException failure =
        catchThrowableOfType(
            ConfigurationException.class, () -> Program.builder(variables).build().close());
    assertThat(failure.problems()).hasSize(1);
    Problem problem = failure.problems().get(0);
    assertThat(failure)
        .hasMessageContaining(problem.key())
        .hasMessageContaining(problem.value())
        .hasMessageContaining(problem.allowed())
        .hasMessageContaining(problem.origin());
    return problem;
  }

  @Test
  void whatTheProgramAddsWinsOverTheSettings() {
    Resource resource = Resource.of(Attributes.of(stringKey("service.name"), "mine"));
    ReadableSpan span =
        exported(
            builder ->
                builder
                    .resource(resource)
                    .sampler(Samplers.alwaysOn())
                    .limits(new SpanLimits(1, 1, 1, 1, 1, 3)),
            Context.root(),
            "OTEL_SERVICE_NAME",
            "configured",
            "OTEL_TRACES_SAMPLER",
            "always_off");
    assertThat(span.resource().attributes().get(stringKey("service.name"))).isEqualTo("mine");
    assertThat(span.attributes()).isEqualTo(Attributes.of(stringKey("a"), "val"));
  }

  @Test
  void settingsCanNameAPropagatorThatTheProgramAdds() {
    try (Heliograph heliograph =
        Program.builder("OTEL_PROPAGATORS", "mine")
            .propagator("mine", W3CBaggagePropagator.getInstance())
            .build()) {
      assertThat(heliograph.openTelemetry().getPropagators().getTextMapPropagator().fields())
          .containsExactly("baggage");
    }
  }

  @Test
  void theBaggageThatTheSettingsNameIsCopiedOntoSpans() {
    Context context =
        Context.root().with(Baggage.builder().put("tenant", "7").put("secret", "s").build());
    ReadableSpan span =
        exported(
            UnaryOperator.identity(),
            context,
            "HELIOGRAPH_BAGGAGE_SPAN_ATTRIBUTES",
            "tenant,absent");
    assertThat(span.attributes().get(stringKey("tenant"))).isEqualTo("7");
    assertThat(span.attributes().get(stringKey("secret"))).isNull();
    assertThat(span.attributes().get(stringKey("absent"))).isNull();
  }

  private static ReadableSpan exported(
      UnaryOperator<HeliographBuilder> configure, Context parent, String... variables) {
    InMemoryExporter<ReadableSpan> exporter = new InMemoryExporter<>();
    try (Heliograph heliograph =
        configure.apply(Program.builder(variables).exporter("memory", exporter)).build()) {
      Span span =
          heliograph
              .openTelemetry()
              .getTracer("test")
              .spanBuilder("s")
              .setParent(parent)
              .setAttribute("a", "value")
              .startSpan();
      span.setAttribute("b", "value");
      span.end();
      assertThat(heliograph.flush()).isTrue();
    }
    assertThat(exporter.items()).hasSize(1);
    return exporter.items().get(0);
  }
}

package io.heliograph.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.heliograph.Compliance;
import io.heliograph.internal.propagation.Propagators;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentCarrierTest {

  private final EnvironmentGetter getter = EnvironmentGetter.getInstance();
  private final EnvironmentSetter setter = EnvironmentSetter.getInstance();

  @ParameterizedTest
  @CsvSource({
    "traceparent,TRACEPARENT",
    "x-b3-traceid,X_B3_TRACEID",
    "X-Amzn-Trace-Id,X_AMZN_TRACE_ID",
    "already_UPPER_1,ALREADY_UPPER_1",
    "1st,_1ST",
    "'',_",
    "a b=c,A_B_C",
    "é,_",
    "ı,_",
  })
  void normalisesNames(String key, String name) {
    Map<String, String> environment = new HashMap<>();

    setter.set(environment, key, "value");

    assertThat(environment).containsExactly(entry(name, "value"));
    assertThat(getter.get(environment, key)).isEqualTo("value");
  }

  @Test
  void doesNotReadAVariableWhoseNameIsNotNormalised() {
    Map<String, String> environment = Map.of("traceparent", "x", "x-b3-traceid", "y");

    assertThat(getter.get(environment, "traceparent")).isNull();
    assertThat(getter.get(environment, "x-b3-traceid")).isNull();
  }

  @Test
  void listsOnlyNormalisedNames() {
    Map<String, String> environment =
        Map.of("PATH", "1", "_", "2", "A_1", "3", "path", "4", "1A", "5", "A-B", "6", "", "7");

    assertThat(getter.keys(environment)).containsExactlyInAnyOrder("PATH", "_", "A_1");
  }

  @Test
  void takesValuesAsTheyAre() {
    Map<String, String> environment = new HashMap<>();

    setter.set(environment, "a", "x\r\n=é");

    assertThat(getter.get(environment, "a")).isEqualTo("x\r\n=é");
  }

  @Test
  void toleratesAMissingEnvironment() {
    setter.set(null, "a", "1");

    assertThat(getter.get(null, "a")).isNull();
    assertThat(getter.keys(null)).isEmpty();
  }

  @Test
  @Compliance("Context Propagation > Environment Variables as Context Propagation Carriers")
  void carriesContextIntoAChildProcess() {
    TextMapPropagator propagator =
        Propagators.of(List.of("tracecontext", "baggage", "b3multi"), e -> {}, Map.of());
    SpanContext span =
        SpanContext.create(
            "4bf92f3577b34da6a3ce929d0e0e4736",
            "00f067aa0ba902b7",
            TraceFlags.getSampled(),
            TraceState.getDefault());
    Context parent =
        Context.root().with(Span.wrap(span)).with(Baggage.builder().put("a", "1").build());
    ProcessBuilder child = new ProcessBuilder("true");

    propagator.inject(parent, child.environment(), setter);
    Context read = propagator.extract(Context.root(), child.environment(), getter);

    assertThat(child.environment())
        .containsEntry("TRACEPARENT", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
        .containsEntry("BAGGAGE", "a=1")
        .containsEntry("X_B3_SAMPLED", "1");
    assertThat(Span.fromContext(read).getSpanContext().getSpanId()).isEqualTo(span.getSpanId());
    assertThat(Baggage.fromContext(read).getEntryValue("a")).isEqualTo("1");
  }
}

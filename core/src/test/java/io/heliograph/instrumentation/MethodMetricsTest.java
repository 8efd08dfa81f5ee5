package io.heliograph.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.FakeClock;
import io.heliograph.SpanAttribute;
import io.heliograph.Traced;
import io.heliograph.export.HistogramPoint;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.instrumentation.annotations.AddingSpanAttributes;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MethodMetricsTest {

  private static final String DURATION = "heliograph.method.duration";
  private static final String SHOP = Shop.class.getName();

  private final FakeClock clock = new FakeClock();
  private final MeasuredEngine engine = new MeasuredEngine(clock);
  private final MethodInstrumentation methods =
      new MethodInstrumentation(engine, "test", List.of());

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void measuresTheSpansOwnTimeByTheMethodsName() throws Throwable {
    call("order", tick(Duration.ofMillis(7), null));

    HistogramPoint point = engine.only(DURATION);
    assertThat(point.attributes())
        .isEqualTo(Attributes.builder().put("code.function.name", SHOP + ".order").build());
    assertThat(point.sum()).isEqualTo(0.007);
    assertThat(point.exemplars()).hasSize(1);
    assertThat(MeasuredEngine.boundaries(point)).startsWith(0.001);
  }

  @Test
  void tellsFailuresApart() throws Throwable {
    call("order", () -> null);
    assertThatThrownBy(
            () ->
                call(
                    "order",
                    () -> {
                      throw new IllegalStateException("sold out");
                    }))
        .hasMessage("sold out");

    assertThat(engine.histogram(DURATION))
        .extracting(point -> point.attributes().get(SemanticAttributes.ERROR_TYPE))
        .containsExactlyInAnyOrder(null, "java.lang.IllegalStateException");
  }

  @Test
  void measuresAnAsynchronousMethodUntilItsResult() throws Throwable {
    CompletableFuture<String> result = new CompletableFuture<>();
    call("later", () -> result);
    assertThat(engine.metrics()).isEmpty();

    clock.advance(Duration.ofSeconds(2));
    result.complete("done");
    assertThat(engine.only(DURATION).sum()).isEqualTo(2);
  }

  @Test
  void measuresNothingOfAMethodWithoutASpan() throws Throwable {
    call("described", () -> null);
    assertThat(engine.metrics()).isEmpty();
  }

  private Invocation tick(Duration duration, @Nullable Object result) {
    return () -> {
      clock.advance(duration);
      return result;
    };
  }

  private void call(String name, Invocation invocation) throws Throwable {
    java.lang.reflect.Method method =
        Arrays.stream(Shop.class.getDeclaredMethods())
            .filter(candidate -> candidate.getName().equals(name))
            .findFirst()
            .orElseThrow();
    TracedMethod traced = methods.resolve(method);
    if (traced == null) {
      throw new AssertionError(name + " is not traced");
    }
    methods.call(traced, new Object[method.getParameterCount()], invocation);
  }

  static final class Shop {

    @Traced
    void order() {}

    @Traced
    CompletableFuture<String> later() {
      return new CompletableFuture<>();
    }

    @AddingSpanAttributes
    void described(@SpanAttribute("id") String id) {}
  }
}

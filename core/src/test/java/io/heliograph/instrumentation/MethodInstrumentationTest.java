package io.heliograph.instrumentation;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.doubleArrayKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longArrayKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.SpanAttribute;
import io.heliograph.Traced;
import io.heliograph.internal.context.Suppression;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.annotations.AddingSpanAttributes;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MethodInstrumentationTest {

  private final RecordingEngine engine = new RecordingEngine();
  private final MethodInstrumentation methods =
      new MethodInstrumentation(engine.openTelemetry(), "test", List.of(new OptionalResult()));

  @Test
  void namesTheSpanAfterClassAndMethod() throws Throwable {
    assertThat(call("plain", () -> Span.current().getSpanContext().getSpanId()))
        .isEqualTo(engine.span().getSpanId());

    SpanData span = engine.span();
    assertThat(span.getName()).isEqualTo("Shop.plain");
    assertThat(span.getKind()).isEqualTo(SpanKind.INTERNAL);
    assertThat(span.getAttributes().asMap())
        .containsExactly(
            Map.entry(
                stringKey("code.function.name"),
                "io.heliograph.instrumentation.MethodInstrumentationTest$Shop.plain"));
  }

  @Test
  void takesNameAndKindFromTheAnnotation() throws Throwable {
    call("named", () -> null);

    assertThat(engine.span().getName()).isEqualTo("reserve stock");
    assertThat(engine.span().getKind()).isEqualTo(SpanKind.PRODUCER);
  }

  @Test
  void takesNameAndKindFromOpenTelemetrysAnnotation() throws Throwable {
    call("withSpan", () -> null);

    assertThat(engine.span().getName()).isEqualTo("otel");
    assertThat(engine.span().getKind()).isEqualTo(SpanKind.CLIENT);
  }

  @Test
  void recordsThePublicMethodsOfAnAnnotatedClass() throws Throwable {
    Method open = TracedShop.class.getDeclaredMethod("open");
    methods.call(methods.resolve(open), new Object[0], () -> null);

    assertThat(engine.span().getName()).isEqualTo("TracedShop.open");
    assertThat(engine.span().getKind()).isEqualTo(SpanKind.SERVER);
    assertThat(methods.resolve(TracedShop.class.getDeclaredMethod("hidden"))).isNull();
  }

  @Test
  void leavesMethodsWithoutAnnotationAlone() {
    assertThat(methods.resolve(method("none"))).isNull();
  }

  @Test
  void readsAMethodOnce() {
    assertThat(methods.resolve(method("plain"))).isSameAs(methods.resolve(method("plain")));
  }

  @Test
  void inheritsTheCurrentSpanUnlessToldNotTo() throws Throwable {
    Span parent = engine.tracer().spanBuilder("parent").startSpan();
    try (Scope ignored = parent.makeCurrent()) {
      call("plain", () -> null);
      call("detached", () -> null);
    }

    assertThat(engine.spans())
        .extracting(SpanData::getParentSpanId)
        .containsExactly(parent.getSpanContext().getSpanId(), "0000000000000000");
  }

  @Test
  void recordsAnExceptionAndPassesItOn() {
    IllegalStateException thrown = new IllegalStateException("boom");

    assertThatThrownBy(
            () ->
                call(
                    "plain",
                    () -> {
                      throw thrown;
                    }))
        .isSameAs(thrown);

    SpanData span = engine.span();
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getAttributes().get(stringKey("error.type")))
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(span.getEvents())
        .singleElement()
        .satisfies(event -> assertThat(event.getName()).isEqualTo("exception"));
    assertThat(Span.current().getSpanContext().isValid()).isFalse();
  }

  @Test
  void recordsArgumentsWithTheTypesOfTheirDeclarations() throws Throwable {
    call(
        "arguments",
        () -> null,
        "a",
        7,
        (short) 8,
        1.5f,
        true,
        List.of(1, 2),
        new double[] {1, 2},
        Arrays.asList("x", null),
        new StringBuilder("any"),
        "not annotated");

    Attributes attributes = engine.span().getAttributes();
    assertThat(attributes.get(stringKey("text"))).isEqualTo("a");
    assertThat(attributes.get(longKey("number"))).isEqualTo(7);
    assertThat(attributes.get(longKey("small"))).isEqualTo(8);
    assertThat(attributes.get(doubleKey("float"))).isEqualTo(1.5);
    assertThat(attributes.get(booleanKey("flag"))).isTrue();
    assertThat(attributes.get(longArrayKey("numbers"))).containsExactly(1L, 2L);
    assertThat(attributes.get(doubleArrayKey("array"))).containsExactly(1.0, 2.0);
    assertThat(attributes.get(stringArrayKey("texts"))).containsExactly("x");
    assertThat(attributes.get(stringKey("any"))).isEqualTo("any");
    assertThat(attributes.size()).isEqualTo(10);
  }

  @Test
  void takesTheParametersNameForAKey() throws Throwable {
    call("unnamed", () -> null, "a", "b");

    assertThat(engine.span().getAttributes().get(stringKey("orderId"))).isEqualTo("a");
    assertThat(engine.span().getAttributes().get(stringKey("customer"))).isEqualTo("b");
  }

  @Test
  void recordsNoNullsAndSurvivesArgumentsThatThrow() throws Throwable {
    Object hostile =
        new Object() {
          @Override
          public String toString() {
            throw new StackOverflowError();
          }
        };
    call("two", () -> null, hostile, null);
    call("two", () -> null, hostile, "second");
    call("two", () -> null);

    assertThat(engine.spans()).hasSize(3);
    assertThat(engine.spans().get(0).getAttributes().size()).isEqualTo(1);
    assertThat(engine.spans().get(1).getAttributes().get(stringKey("second"))).isEqualTo("second");
  }

  @Test
  void addsArgumentsToTheCurrentSpan() throws Throwable {
    Span current = engine.tracer().spanBuilder("current").startSpan();
    try (Scope ignored = current.makeCurrent()) {
      assertThat(call("adding", () -> "result", "a")).isEqualTo("result");
    }
    current.end();

    assertThat(engine.span().getName()).isEqualTo("current");
    assertThat(engine.span().getAttributes().get(stringKey("added"))).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"future", "stage"})
  void endsWithTheStageThatItReturnsUnchanged(String method) throws Throwable {
    CompletableFuture<String> future = new CompletableFuture<>();

    assertThat(call(method, () -> future)).isSameAs(future);
    assertThat(engine.spans()).isEmpty();
    assertThat(Span.current().getSpanContext().isValid()).isFalse();

    future.complete("done");
    assertThat(engine.span().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void recordsAStageThatFails() throws Throwable {
    CompletableFuture<String> future = new CompletableFuture<>();
    call("future", () -> future.thenApply(value -> value));
    future.completeExceptionally(new IllegalStateException("boom"));

    assertThat(engine.span().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(engine.span().getAttributes().get(stringKey("error.type")))
        .isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void endsWithAStageThatTheCallerCancels() throws Throwable {
    CompletableFuture<String> work = new CompletableFuture<>();
    ((CompletableFuture<?>) call("future", () -> work)).cancel(true);

    assertThat(work.isCancelled()).isTrue();
    assertThat(engine.span().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void endsAtOnceWithoutAStage() throws Throwable {
    assertThat(call("future", () -> null)).isNull();

    assertThat(engine.spans()).hasSize(1);
  }

  @Test
  void endsWithTheTypesThatAFrameworkKnows() throws Throwable {
    assertThat(call("optional", () -> Optional.of("a"))).isEqualTo(Optional.of("ended"));

    assertThat(engine.span().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void survivesAnAsyncResultThatThrows() throws Throwable {
    assertThat(call("optional", Optional::empty)).isEqualTo(Optional.empty());

    assertThat(engine.span().hasEnded()).isTrue();
  }

  @Test
  void recordsNothingUnderSuppression() throws Throwable {
    try (Scope ignored = Suppression.suppress(Context.root()).makeCurrent()) {
      call("plain", () -> null);
      call("detached", () -> Suppression.isSuppressed(Context.current()));
    }

    assertThat(engine.spans()).isEmpty();
  }

  private @Nullable Object call(String name, Invocation invocation, Object... arguments)
      throws Throwable {
    return methods.call(methods.resolve(method(name)), arguments, invocation);
  }

  private static Method method(String name) {
    return Arrays.stream(Shop.class.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings("unused")
  private interface Shop {

    @Traced
    void plain();

    @Traced(value = "reserve stock", kind = SpanKind.PRODUCER)
    void named();

    @WithSpan(value = "otel", kind = SpanKind.CLIENT)
    void withSpan();

    @WithSpan(inheritContext = false)
    void detached();

    void none();

    @Traced
    void arguments(
        @SpanAttribute("text") String text,
        @SpanAttribute("number") int number,
        @SpanAttribute("small") Short small,
        @SpanAttribute("float") float real,
        @SpanAttribute("flag") Boolean flag,
        @SpanAttribute("numbers") List<Integer> numbers,
        @SpanAttribute("array") double[] array,
        @SpanAttribute("texts") List<String> texts,
        @SpanAttribute("any") Object any,
        String plain);

    @Traced
    void unnamed(
        @SpanAttribute String orderId,
        @io.opentelemetry.instrumentation.annotations.SpanAttribute String customer);

    @Traced
    void two(@SpanAttribute("first") Object first, @SpanAttribute("second") Object second);

    @AddingSpanAttributes
    String adding(
        @io.opentelemetry.instrumentation.annotations.SpanAttribute("added") String added);

    @Traced
    CompletableFuture<String> future();

    @WithSpan
    CompletionStage<String> stage();

    @Traced
    Optional<String> optional();
  }

  @Traced(kind = SpanKind.SERVER, value = "not used")
  private static final class TracedShop {

    public void open() {}

    void hidden() {}
  }

  /** A framework's handler of a type that core does not know. */
  private static final class OptionalResult implements AsyncResult {

    @Override
    public boolean supports(Class<?> type) {
      return type == Optional.class;
    }

    @Override
    public Object endWith(Object result, Operation<?> operation) {
      Object value = ((Optional<?>) result).orElseThrow();
      operation.end(null, new IllegalStateException(String.valueOf(value)));
      return Optional.of("ended");
    }
  }
}

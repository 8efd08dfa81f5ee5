package io.heliograph;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.heliograph.export.ReadableSpan;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page about manual tracing shows code that runs, and says what is true. */
class ManualTracingTest {

  private static final Path PAGE = Path.of("..", "docs", "tracing.md");
  private static final Path CODE =
      Path.of("src", "test", "java", "io", "heliograph", "ManualTracing.java");
  private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");

  private final Program program = Program.start("HELIOGRAPH_BAGGAGE_SPAN_ATTRIBUTES", "tenant");

  @AfterEach
  void close() {
    program.close();
  }

  @Test
  void everySnippetOfThePageIsCodeThatIsTested() throws IOException {
    String code = withoutIndentation(Files.readString(CODE));
    List<String> snippets =
        BLOCK.matcher(Files.readString(PAGE)).results().map(match -> match.group(1)).toList();
    assertThat(snippets).hasSizeGreaterThan(5);
    assertThat(snippets).allSatisfy(s -> assertThat(code).contains(withoutIndentation(s)));
  }

  private static String withoutIndentation(String code) {
    return code.lines().map(String::strip).collect(Collectors.joining("\n"));
  }

  @Test
  @Compliance(
      "Traces > Tracer > Documentation defines adding attributes at span creation as preferred")
  void thePagePrefersAttributesAtCreation() throws IOException {
    assertThat(page())
        .contains(
            "Adding attributes at span creation is preferred to setting them later, because"
                + " samplers see only the attributes that are there at creation.");
  }

  @Test
  @Compliance("Traces > Span attributes > `null` values documented as invalid/undefined")
  void thePageSaysWhatBecomesOfNullAndSoItIs() throws IOException {
    assertThat(page())
        .contains(
            "A `null` value is invalid and its effect undefined by OpenTelemetry; here the call is"
                + " ignored, and a value that was set before stays.");

    Span span = program.span("s").setAttribute("key", "before").startSpan();
    span.setAttribute("key", (String) null);
    span.setAttribute(stringKey("other"), null);
    span.end();
    assertThat(program.onlySpan().attributes())
        .isEqualTo(Attributes.of(stringKey("key"), "before"));
  }

  private static String page() throws IOException {
    return Files.readString(PAGE).replaceAll("\\s+", " ");
  }

  @Test
  void aSpanCarriesWhatItWasCreatedWithAndIsTheParentOfWhatHappensInside() {
    tracing(order -> program.work("inside")).importOrders("disk");

    ReadableSpan inside = program.spans().get(0);
    ReadableSpan span = program.spans().get(1);
    assertThat(span.name()).isEqualTo("import orders");
    assertThat(span.kind()).isEqualTo(SpanKind.CONSUMER);
    assertThat(span.attributes().get(stringKey("import.source"))).isEqualTo("disk");
    assertThat(span.statusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(inside.parentSpanContext()).isEqualTo(span.spanContext());
  }

  @Test
  void aFailureIsRecordedAndPassedOn() {
    ManualTracing tracing =
        tracing(
            order -> {
              throw new IllegalStateException("no stock");
            });
    assertThatIllegalStateException().isThrownBy(() -> tracing.importOrders("disk"));
    assertThat(program.onlySpan().statusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(program.onlySpan().events()).hasSize(1);
  }

  @Test
  void eventsGoToTheCurrentSpanAndLinksToTheirCauses() {
    Span cause = program.span("order").startSpan();
    try (Scope ignored = cause.makeCurrent()) {
      tracing(order -> {}).retried("7");
      tracing(order -> {}).bill(List.of(cause.getSpanContext()));
    }
    cause.end();

    ReadableSpan bill = program.spans().get(0);
    ReadableSpan order = program.spans().get(1);
    assertThat(bill.links()).extracting("spanContext").containsExactly(cause.getSpanContext());
    assertThat(bill.parentSpanContext().isValid()).isFalse();
    assertThat(order.events()).extracting("name").containsExactly("retried");
  }

  @Test
  void theBaggageThatTheSettingNamesIsOnTheSpansInside() {
    tracing(order -> {}).forTenant("acme", "7");
    assertThat(program.onlySpan().attributes().get(stringKey("tenant"))).isEqualTo("acme");
  }

  @Test
  void aWrappedTaskContinuesTheTraceOnAnotherThread() throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    Span parent = program.span("parent").startSpan();
    try (Scope ignored = parent.makeCurrent()) {
      tracing(order -> {}).later(executor, "7").get();
    } finally {
      executor.shutdownNow();
    }
    assertThat(program.onlySpan().parentSpanContext()).isEqualTo(parent.getSpanContext());
  }

  private ManualTracing tracing(Consumer<String> orders) {
    return new ManualTracing(program.heliograph.openTelemetry().getTracer("shop"), orders);
  }
}

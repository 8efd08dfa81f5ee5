package io.heliograph;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.export.ReadableSpan;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each of OpenTelemetry's environment variables does to a running engine. */
class EnvironmentVariablesTest {

  private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
  private static final Context SAMPLED_PARENT = parent(TraceFlags.getSampled());
  private static final Context UNSAMPLED_PARENT = parent(TraceFlags.getDefault());

  @TempDir Path directory;

  @Test
  @Compliance("Environment Variables > OTEL_SDK_DISABLED")
  void aDisabledEngineRecordsAndSendsNothingAndStillPropagates() throws Exception {
    try (HttpReceiver receiver = new HttpReceiver()) {
      try (Program program =
          Program.start(
              "OTEL_SDK_DISABLED", "true", "OTEL_EXPORTER_OTLP_ENDPOINT", receiver.url())) {
        Span span = program.span("s").setParent(SAMPLED_PARENT).startSpan();
        assertThat(span.isRecording()).isFalse();
        assertThat(headers(program, SAMPLED_PARENT.with(span)).get("traceparent"))
            .contains(TRACE_ID);
        span.end();
        assertThat(program.spans()).isEmpty();
        assertThat(program.heliograph.destinations()).isEmpty();
      }
      assertThat(receiver.pending()).isZero();
    }
  }

  @Test
  @Compliance("Environment Variables > OTEL_RESOURCE_ATTRIBUTES")
  void resourceAttributesAreOnEverySpanPercentDecoded() {
    Attributes resource =
        resource(
            "OTEL_RESOURCE_ATTRIBUTES", "team=fr%C3%BCh%2Csp%C3%A4t, service.name = shop ,a=b+c");
    assertThat(resource.get(stringKey("team"))).isEqualTo("früh,spät");
    assertThat(resource.get(stringKey("a"))).isEqualTo("b+c");
    assertThat(resource.get(stringKey("service.name"))).isEqualTo("shop");
  }

  @Test
  @Compliance("Environment Variables > OTEL_SERVICE_NAME")
  void theServiceNameWinsOverTheOneAmongTheAttributes() {
    Attributes resource =
        resource("OTEL_SERVICE_NAME", "shop", "OTEL_RESOURCE_ATTRIBUTES", "service.name=other");
    assertThat(resource.get(stringKey("service.name"))).isEqualTo("shop");
  }

  private static Attributes resource(String... variables) {
    try (Program program = Program.start(variables)) {
      program.work("s");
      return program.onlySpan().resource().attributes();
    }
  }

  @Test
  @Compliance("Environment Variables > OTEL_LOG_LEVEL")
  void theEngineKeepsItsLinesBelowTheLevelToItself() {
    assertThat(linesOfAnEngineWithoutEndpoint()).anyMatch(line -> line.contains("no endpoint"));
    assertThat(linesOfAnEngineWithoutEndpoint("OTEL_LOG_LEVEL", "warn")).isEmpty();
  }

  private static List<String> linesOfAnEngineWithoutEndpoint(String... variables) {
    try (CapturedLog log = new CapturedLog("io.heliograph");
        Program program = Program.alone(variables)) {
      assertThat(program.heliograph.destinations()).isEmpty();
      return log.lines();
    }
  }

  @Test
  @Compliance("Environment Variables > OTEL_PROPAGATORS")
  void propagatorsDecideWhichHeadersAreWritten() {
    Context context = SAMPLED_PARENT.with(Baggage.builder().put("a", "1").build());
    assertThat(headersWritten(context)).containsOnlyKeys("traceparent", "baggage");
    assertThat(headersWritten(context, "OTEL_PROPAGATORS", "b3,baggage"))
        .containsOnlyKeys("b3", "baggage");
    assertThat(headersWritten(context, "OTEL_PROPAGATORS", "none")).isEmpty();
  }

  private static Map<String, String> headersWritten(Context context, String... variables) {
    try (Program program = Program.start(variables)) {
      return headers(program, context);
    }
  }

  @Test
  @Compliance("Environment Variables > OTEL_TRACES_SAMPLER")
  void theSamplerDecides() {
    assertThat(isRecorded(UNSAMPLED_PARENT, "OTEL_TRACES_SAMPLER", "always_on")).isTrue();
    assertThat(isRecorded(SAMPLED_PARENT, "OTEL_TRACES_SAMPLER", "always_off")).isFalse();
    assertThat(isRecorded(SAMPLED_PARENT, "OTEL_TRACES_SAMPLER", "parentbased_always_off"))
        .isTrue();
    assertThat(isRecorded(Context.root(), "OTEL_TRACES_SAMPLER", "parentbased_always_off"))
        .isFalse();
  }

  private static boolean isRecorded(Context parent, String... variables) {
    try (Program program = Program.start(variables)) {
      program.span("s").setParent(parent).startSpan().end();
      return program.spans().size() == 1;
    }
  }

  @Test
  @Compliance("Environment Variables > OTEL_TRACES_SAMPLER_ARG")
  void theArgumentIsTheRatio() {
    try (Program program =
        Program.start("OTEL_TRACES_SAMPLER", "traceidratio", "OTEL_TRACES_SAMPLER_ARG", "0.5")) {
      for (int i = 0; i < 200; i++) {
        program.work("s");
      }
      assertThat(program.spans())
          .hasSizeBetween(1, 199)
          .allMatch(span -> "th:8".equals(span.spanContext().getTraceState().get("ot")));
    }
  }

  @Test
  @Compliance("Environment Variables > OTEL_CONFIG_FILE")
  void theFileConfiguresTheEngineInsteadOfTheOtherVariables() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("otel.yaml"),
            """
            file_format: "1.0"
            resource:
              attributes:
                - name: service.name
                  value: from-the-file
            tracer_provider:
              limits:
                event_count_limit: 1
              sampler:
                always_on:
            """);
    try (Program program =
        Program.start("OTEL_CONFIG_FILE", file.toString(), "OTEL_SERVICE_NAME", "ignored")) {
      Span span = program.span("s").startSpan();
      span.addEvent("first");
      span.addEvent("second");
      span.end();
      ReadableSpan exported = program.onlySpan();
      assertThat(exported.resource().attributes().get(stringKey("service.name")))
          .isEqualTo("from-the-file");
      assertThat(exported.events()).hasSize(1);
    }
  }

  private static Map<String, String> headers(Program program, Context context) {
    Map<String, String> headers = new HashMap<>();
    program
        .heliograph
        .openTelemetry()
        .getPropagators()
        .getTextMapPropagator()
        .inject(context, headers, Map::put);
    return headers;
  }

  private static Context parent(TraceFlags flags) {
    SpanContext span =
        SpanContext.createFromRemoteParent(
            TRACE_ID, "b7ad6b7169203331", flags, TraceState.getDefault());
    return Context.root().with(Span.wrap(span));
  }
}

package io.heliograph.internal.trace;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.heliograph.Heliograph;
import io.heliograph.compliance.Compliance;
import io.heliograph.export.ReadableSpan;
import io.heliograph.internal.context.Suppression;
import io.heliograph.pipeline.IdGenerator;
import io.heliograph.pipeline.ReadWriteSpan;
import io.heliograph.pipeline.Sampler;
import io.heliograph.pipeline.SamplingInput;
import io.heliograph.pipeline.SamplingResult;
import io.heliograph.pipeline.SamplingResult.Decision;
import io.heliograph.pipeline.SpanProcessor;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Samplers, processors and id generators: what they see, and that none can hurt the program. */
class ExtensionsTest {

  @Test
  @Compliance({
    "Traces > Span > SpanProcessor.OnStart receives parent Context",
    "Traces > Span > SpanProcessor.OnEnding",
    "Traces > Sampling > Fetch InstrumentationScope from ReadableSpan"
  })
  void processorsSeeStartEndingAndEndInOrderOfAddition() {
    ContextKey<String> key = ContextKey.named("user");
    List<String> calls = new ArrayList<>();
    SpanProcessor processor =
        new SpanProcessor() {
          @Override
          public void onStart(Context parent, ReadWriteSpan span) {
            calls.add("start " + parent.get(key) + " " + span.attributes().get(stringKey("a")));
          }

          @Override
          public void onEnding(ReadWriteSpan span) {
            span.setAttribute("ending", span.endEpochNanos() > 0);
            calls.add("ending " + span.hasEnded());
          }

          @Override
          public void onEnd(ReadableSpan span) {
            calls.add("end " + span.hasEnded() + " " + span.instrumentationScope().name());
          }
        };
    try (Engine engine = new Engine(builder -> builder.spanProcessor(processor))) {
      Context parent = Context.root().with(key, "ann");
      engine.tracer.spanBuilder("s").setParent(parent).setAttribute("a", "b").startSpan().end();
      assertThat(calls).containsExactly("start ann b", "ending false", "end true test");
      assertThat(engine.onlySpan().attributes().asMap()).hasSize(2);
    }
  }

  @Test
  void otherThreadsCannotChangeASpanThatIsEnding() {
    SpanProcessor processor =
        new SpanProcessor() {
          @Override
          public void onEnding(ReadWriteSpan span) {
            CompletableFuture.runAsync(() -> span.setAttribute("foreign", true)).join();
          }
        };
    try (Engine engine = new Engine(builder -> builder.spanProcessor(processor))) {
      engine.tracer.spanBuilder("s").startSpan().end();
      assertThat(engine.onlySpan().attributes().isEmpty()).isTrue();
    }
  }

  @Test
  @Compliance({
    "Traces > Sampling > Allow samplers to modify tracestate",
    "Traces > Sampling > ShouldSample gets full parent Context"
  })
  void samplersSeeEverythingAndMayChangeAttributesAndTraceState() {
    ContextKey<String> key = ContextKey.named("user");
    List<Object> seen = new ArrayList<>();
    Sampler sampler =
        sampler(
            input -> {
              seen.add(input.parentContext().get(key));
              seen.add(input.name());
              seen.add(input.kind());
              seen.add(input.attributes().get(stringKey("a")));
              seen.add(input.traceId().length());
              seen.add(input.traceId().endsWith(String.format("%016x", input.traceIdLow())));
              seen.add(input.links().size());
              return new SamplingResult(
                  Decision.RECORD_AND_SAMPLE,
                  Attributes.of(stringKey("rule"), "all"),
                  TraceState.builder().put("ot", "th:0").build());
            });
    try (Engine engine = new Engine(builder -> builder.sampler(sampler))) {
      engine
          .tracer
          .spanBuilder("s")
          .setParent(Context.root().with(key, "ann"))
          .setSpanKind(SpanKind.CLIENT)
          .setAttribute("a", "b")
          .startSpan()
          .end();
      assertThat(seen).containsExactly("ann", "s", SpanKind.CLIENT, "b", 32, true, 0);
      ReadableSpan span = engine.onlySpan();
      assertThat(span.attributes().get(stringKey("rule"))).isEqualTo("all");
      assertThat(span.spanContext().getTraceState().get("ot")).isEqualTo("th:0");
    }
  }

  @Test
  @Compliance("Traces > Sampling > New Span ID created also for non-recording Spans")
  void aDroppedSpanHasItsOwnIdAndRecordsNothing() {
    Sampler sampler = sampler(input -> SamplingResult.DROP);
    try (Engine engine = new Engine(builder -> builder.sampler(sampler))) {
      Span root = engine.tracer.spanBuilder("root").startSpan();
      Span child = engine.tracer.spanBuilder("c").setParent(Context.root().with(root)).startSpan();
      assertThat(root.isRecording()).isFalse();
      assertThat(root.getSpanContext().isSampled()).isFalse();
      assertThat(child.getSpanContext().getTraceId()).isEqualTo(root.getSpanContext().getTraceId());
      assertThat(child.getSpanContext().getSpanId())
          .isNotEqualTo(root.getSpanContext().getSpanId());
      child.end();
      root.end();
      assertThat(engine.spans()).isEmpty();
    }
  }

  @Test
  void recordOnlySpansReachProcessorsButNoDestination() {
    List<ReadableSpan> seen = new ArrayList<>();
    SpanProcessor processor =
        new SpanProcessor() {
          @Override
          public void onEnd(ReadableSpan span) {
            seen.add(span);
          }
        };
    Sampler sampler = sampler(input -> SamplingResult.RECORD_ONLY);
    try (Engine engine = new Engine(b -> b.sampler(sampler).spanProcessor(processor))) {
      engine.tracer.spanBuilder("s").startSpan().end();
      assertThat(seen).hasSize(1);
      assertThat(engine.spans()).isEmpty();
    }
  }

  @Test
  @Compliance("Traces > Sampling > IdGenerators")
  void idsComeFromTheGeneratorAndCarryNoRandomFlagUnlessItSaysSo() {
    IdGenerator generator = ids(() -> 7);
    try (Engine engine = new Engine(builder -> builder.idGenerator(generator))) {
      engine.tracer.spanBuilder("s").startSpan().end();
      var context = engine.onlySpan().spanContext();
      assertThat(context.getTraceId()).isEqualTo("00000000000000070000000000000007");
      assertThat(context.getSpanId()).isEqualTo("0000000000000007");
      assertThat(context.getTraceFlags().asHex()).isEqualTo("01");
    }
  }

  @Test
  void zeroIdsAreReplaced() {
    try (Engine engine = new Engine(builder -> builder.idGenerator(ids(() -> 0)))) {
      engine.tracer.spanBuilder("s").startSpan().end();
      var context = engine.onlySpan().spanContext();
      assertThat(context.getTraceId()).isNotEqualTo("0".repeat(32));
      assertThat(context.getSpanId()).isNotEqualTo("0".repeat(16));
    }
  }

  static Stream<Throwable> failures() {
    return Stream.of(
        new IllegalStateException("boom"), new NoClassDefFoundError("x"), new StackOverflowError());
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whateverAnExtensionThrowsTheProgramGoesOn(Throwable failure) {
    List<String> survivors = new ArrayList<>();
    SpanProcessor broken = new Broken(failure);
    SpanProcessor sound =
        new SpanProcessor() {
          @Override
          public void onEnd(ReadableSpan span) {
            survivors.add(span.name());
          }
        };
    IdGenerator generator = ids(() -> raise(failure));
    try (Engine engine =
        new Engine(b -> b.idGenerator(generator).spanProcessor(broken).spanProcessor(sound))) {
      engine.tracer.spanBuilder("s").startSpan().end();
      assertThat(survivors).containsExactly("s");
      assertThat(engine.heliograph.flush()).isFalse();
      assertThat(engine.exporter.items()).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aSamplerThatThrowsDropsTheSpan(Throwable failure) {
    Sampler sampler = sampler(input -> raise(failure));
    try (Engine engine = new Engine(builder -> builder.sampler(sampler))) {
      assertThatCode(() -> engine.tracer.spanBuilder("s").startSpan().end())
          .doesNotThrowAnyException();
      assertThat(engine.spans()).isEmpty();
    }
  }

  @Test
  void nothingIsRecordedWhereTheContextIsSuppressed() {
    try (Engine engine = new Engine()) {
      Context suppressed = Suppression.suppress(Context.root());
      Span span = engine.tracer.spanBuilder("s").setParent(suppressed).startSpan();
      assertThat(span.isRecording()).isFalse();
      assertThat(span.getSpanContext().isValid()).isFalse();
    }
  }

  @Test
  @Compliance("Traces > TracerProvider > Shutdown (SDK only required)")
  void afterTheCloseNothingIsRecordedAndTheSecondCloseDoesNothing() {
    Engine engine = new Engine();
    engine.close();
    Heliograph closed = engine.heliograph;
    closed.close();
    assertThat(engine.tracer.spanBuilder("s").startSpan().isRecording()).isFalse();
    assertThat(closed.openTelemetry().getTracer("x").spanBuilder("s").startSpan().isRecording())
        .isFalse();
  }

  private static Sampler sampler(Function<SamplingInput, SamplingResult> decide) {
    return new Sampler() {
      @Override
      public SamplingResult sample(SamplingInput input) {
        return decide.apply(input);
      }

      @Override
      public String description() {
        return "test";
      }
    };
  }

  private interface Id {
    long next();
  }

  private static IdGenerator ids(Id id) {
    return new IdGenerator() {
      @Override
      public long traceIdHigh() {
        return id.next();
      }

      @Override
      public long traceIdLow() {
        return id.next();
      }

      @Override
      public long spanId() {
        return id.next();
      }
    };
  }

  /** Throws anything as if it were unchecked. */
  @SuppressWarnings("unchecked")
  static <T, E extends Throwable> T raise(Throwable failure) throws E {
    throw (E) failure;
  }

  private record Broken(Throwable failure) implements SpanProcessor {
    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
      raise(failure);
    }

    @Override
    public void onEnding(ReadWriteSpan span) {
      raise(failure);
    }

    @Override
    public void onEnd(ReadableSpan span) {
      raise(failure);
    }

    @Override
    public CompletableFuture<Boolean> flush() {
      return raise(failure);
    }

    @Override
    public void close() {
      raise(failure);
    }
  }
}

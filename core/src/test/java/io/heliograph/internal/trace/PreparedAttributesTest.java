package io.heliograph.internal.trace;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.heliograph.HeliographBuilder;
import io.heliograph.export.ReadableSpan;
import io.heliograph.internal.attributes.PreparedAttributes;
import io.heliograph.pipeline.ReadWriteSpan;
import io.heliograph.pipeline.Sampler;
import io.heliograph.pipeline.SamplingInput;
import io.heliograph.pipeline.SamplingResult;
import io.heliograph.pipeline.SpanLimits;
import io.heliograph.pipeline.SpanProcessor;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spans that share attributes: each still has what it would have had alone. */
class PreparedAttributesTest {

  private static final AttributeKey<String> SYSTEM = stringKey("db.system.name");
  private static final AttributeKey<Long> PORT = longKey("server.port");
  private static final AttributeKey<String> OWN = stringKey("own");

  private static final Attributes PLAIN = Attributes.of(SYSTEM, "postgresql", PORT, 5432L);
  private static final PreparedAttributes SHARED = PreparedAttributes.of(PLAIN);

  private Engine engine = new Engine();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void spansShareThemWithoutACopy() {
    start().end();
    start().end();
    assertThat(engine.spans())
        .hasSize(2)
        .allSatisfy(span -> assertThat(span.attributes()).isSameAs(SHARED));
  }

  @Test
  void whatOneSpanWritesNoOtherSees() {
    Span writes = start();
    Span only = start();
    writes.setAttribute(SYSTEM, "mysql").setAttribute(OWN, "mine");
    writes.end();
    only.end();
    start().end();

    assertThat(engine.spans())
        .extracting(span -> span.attributes().asMap())
        .containsExactly(
            Map.of(SYSTEM, "mysql", PORT, 5432L, OWN, "mine"), PLAIN.asMap(), PLAIN.asMap());
    assertThat(SHARED).isEqualTo(PLAIN);
  }

  @Test
  void whatABuilderAddsNoOtherSees() {
    SpanBuilder builder = builder().setAttribute(SYSTEM, "mysql").setAttribute(OWN, "mine");
    builder.startSpan().end();
    start().end();

    assertThat(engine.spans())
        .extracting(span -> span.attributes().asMap())
        .containsExactly(Map.of(SYSTEM, "mysql", PORT, 5432L, OWN, "mine"), PLAIN.asMap());
  }

  @Test
  void comeAfterWhatABuilderHas() {
    engine
        .tracer
        .spanBuilder("query")
        .setAttribute(SYSTEM, "mysql")
        .setAttribute(OWN, "mine")
        .setAllAttributes(SHARED)
        .startSpan()
        .end();
    assertThat(engine.onlySpan().attributes().asMap())
        .containsExactly(
            entry(SYSTEM, "postgresql"), entry(OWN, "mine"), entry(PORT, (Object) 5432L));
  }

  @Test
  void allOtherAttributesAndNoneAreTakenAsWell() {
    engine
        .tracer
        .spanBuilder("query")
        .setAllAttributes(nothing())
        .setAllAttributes(Attributes.empty())
        .setAllAttributes(PreparedAttributes.NONE)
        .setAllAttributes(PLAIN)
        .startSpan()
        .end();
    assertThat(engine.onlySpan().attributes()).isEqualTo(PLAIN);
  }

  @SuppressWarnings("NullAway") // What a program may do that nobody checks.
  private static Attributes nothing() {
    return null;
  }

  @Test
  void areWhatASamplerSees() {
    List<Attributes> seen = new ArrayList<>();
    restart(
        builder ->
            builder.sampler(
                new Sampler() {
                  @Override
                  public SamplingResult sample(SamplingInput input) {
                    seen.add(input.attributes());
                    return SamplingResult.RECORD_AND_SAMPLE;
                  }

                  @Override
                  public String description() {
                    return "watching";
                  }
                }));
    start().end();
    assertThat(seen).containsExactly(SHARED);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 16, 17, 40, 128})
  void manyOfThemAreFoundAgain(int names) {
    AttributesBuilder many = Attributes.builder();
    IntStream.range(0, names).forEach(i -> many.put("name." + i, "first"));
    Span span =
        engine
            .tracer
            .spanBuilder("many")
            .setAllAttributes(PreparedAttributes.of(many.build()))
            .startSpan();
    IntStream.range(0, 200).forEach(i -> span.setAttribute("name." + i, "second"));
    span.end();

    ReadableSpan ended = engine.onlySpan();
    assertThat(ended.attributes().size()).isEqualTo(128);
    assertThat(ended.attributes().asMap().values()).containsOnly("second");
    assertThat(ended.droppedAttributes()).isEqualTo(200 - 128);
  }

  @Test
  void limitsApplyToThem() {
    restart(builder -> builder.limits(new SpanLimits(1, 2, 2, 1, 1, 5)));
    start().end();
    ReadableSpan ended = engine.onlySpan();
    assertThat(ended.attributes().size()).isEqualTo(1);
    assertThat(ended.droppedAttributes()).isEqualTo(1);

    engine.exporter.reset();
    ended(engine.tracer.spanBuilder("late").startSpan(), null, SHARED);
    assertThat(engine.onlySpan().attributes().size()).isEqualTo(1);
    assertThat(engine.onlySpan().droppedAttributes()).isEqualTo(1);
  }

  @Test
  void longValuesAreCut() {
    restart(builder -> builder.limits(new SpanLimits(128, 2, 2, 1, 1, 5)));
    start().end();
    ended(engine.tracer.spanBuilder("late").startSpan(), null, SHARED);
    assertThat(engine.spans())
        .hasSize(2)
        .allSatisfy(span -> assertThat(span.attributes().get(SYSTEM)).isEqualTo("postg"));
  }

  @Test
  void aSpanEndsWithNameAndAttributesInOneGo() {
    Span span = start().setAttribute(OWN, "mine");
    ended(span, "last", PreparedAttributes.of(Attributes.of(SYSTEM, "mysql")));
    ended(span, "too late", PreparedAttributes.of(Attributes.of(OWN, "too late")));

    ReadableSpan ended = engine.onlySpan();
    assertThat(ended.name()).isEqualTo("last");
    assertThat(ended.attributes().asMap())
        .isEqualTo(Map.of(SYSTEM, "mysql", PORT, 5432L, OWN, "mine"));
  }

  @Test
  void aSpanMayKeepItsNameAndSayNothingMore() {
    ended(start(), null, PreparedAttributes.NONE);
    ReadableSpan ended = engine.onlySpan();
    assertThat(ended.name()).isEqualTo("query");
    assertThat(ended.attributes()).isEqualTo(PLAIN);
  }

  @Test
  void processorsSeeTheLastNameAndAttributesAndMayChangeThem() {
    List<String> seen = new ArrayList<>();
    restart(
        builder ->
            builder.spanProcessor(
                new SpanProcessor() {
                  @Override
                  public void onEnding(ReadWriteSpan span) {
                    seen.add(span.name() + span.attributes());
                    span.setAttribute(PORT, 1L);
                  }
                }));
    ended(engine.tracer.spanBuilder("query").startSpan(), "last", SHARED);
    assertThat(seen).containsExactly("last" + SHARED);
    assertThat(engine.onlySpan().attributes().get(PORT)).isEqualTo(1);
    assertThat(SHARED).isEqualTo(PLAIN);
  }

  @Test
  void manyThreadsMayWriteToSpansThatShare() throws Exception {
    int threads = 8;
    int rounds = 500;
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      for (int round = 0; round < rounds; round++) {
        Span both = start();
        List<Runnable> writers = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
          String name = "thread." + thread;
          writers.add(() -> both.setAttribute(name, name));
        }
        executor.invokeAll(writers.stream().map(Executors::callable).toList());
        executor.submit(() -> ended(both, "last", SHARED)).get(20, TimeUnit.SECONDS);
      }
    } finally {
      executor.shutdownNow();
    }
    assertThat(engine.spans())
        .hasSize(rounds)
        .allSatisfy(span -> assertThat(span.attributes().size()).isEqualTo(2 + threads));
    assertThat(SHARED).isEqualTo(PLAIN);
  }

  private SpanBuilder builder() {
    return engine.tracer.spanBuilder("query").setAllAttributes(SHARED);
  }

  private Span start() {
    return builder().startSpan();
  }

  private static void ended(Span span, @Nullable String name, PreparedAttributes last) {
    ((EngineSpan) span).end(name, last);
  }

  private void restart(UnaryOperator<HeliographBuilder> configure) {
    engine.close();
    engine = new Engine(configure);
  }
}

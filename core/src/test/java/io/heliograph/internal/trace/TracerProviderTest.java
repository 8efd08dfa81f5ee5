package io.heliograph.internal.trace;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.compliance.Compliance;
import io.heliograph.export.InstrumentationScope;
import io.heliograph.export.ReadableSpan;
import io.heliograph.pipeline.ScopedTracerBuilder;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tracers, their scopes, and many threads at once. */
class TracerProviderTest {

  private static final int THREADS = 16;
  private static final int SPANS = 500;

  private final Engine engine = new Engine();
  private final TracerProvider provider = engine.heliograph.openTelemetry().getTracerProvider();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  @Compliance({
    "Traces > TracerProvider > Create TracerProvider",
    "Traces > TracerProvider > Get a Tracer",
    "Traces > TracerProvider > Get a Tracer with schema_url",
    "Traces > TracerProvider > Get a Tracer with scope attributes",
    "Traces > TracerProvider > Associate Tracer with InstrumentationScope"
  })
  void spansCarryTheWholeScopeOfTheirTracer() {
    Attributes attributes = Attributes.of(stringKey("plugin"), "stock");
    ScopedTracerBuilder builder = (ScopedTracerBuilder) provider.tracerBuilder("shop");
    Tracer tracer =
        builder
            .setInstrumentationVersion("1.2")
            .setSchemaUrl("https://example.org/1")
            .setAttributes(attributes)
            .build();
    tracer.spanBuilder("a").startSpan().end();
    assertThat(engine.onlySpan().instrumentationScope())
        .isEqualTo(new InstrumentationScope("shop", "1.2", "https://example.org/1", attributes));
  }

  @Test
  void sameScopeSameTracerAndNoNameIsTheEmptyName() {
    assertThat(provider.get("a", "1")).isSameAs(provider.get("a", "1"));
    assertThat(provider.get("a", "1")).isNotEqualTo(provider.get("a", "2"));
    provider.get(null).spanBuilder("s").startSpan().end();
    assertThat(engine.onlySpan().instrumentationScope().name()).isEmpty();
  }

  @Test
  void millionsOfScopesDoNotStayInMemory() {
    for (int i = 0; i < 10_000; i++) {
      provider.get("scope" + i);
    }
    assertThat(provider.get("scope9999")).isNotSameAs(provider.get("scope9999"));
    assertThat(provider.get("scope1")).isSameAs(provider.get("scope1"));
  }

  @Test
  @Compliance({
    "Traces > TracerProvider > Safe for concurrent calls",
    "Traces > Tracer > Safe for concurrent calls"
  })
  void manyThreadsLoseNoSpanAndNoIdIsGivenTwice() throws Exception {
    inParallel(
        thread -> {
          for (int i = 0; i < SPANS; i++) {
            provider.get("scope" + i % 7).spanBuilder("s").startSpan().end();
          }
          return null;
        });
    List<ReadableSpan> spans = engine.spans();
    assertThat(spans).hasSize(THREADS * SPANS);
    assertThat(spans.stream().map(s -> s.spanContext().getSpanId()).collect(Collectors.toSet()))
        .hasSize(THREADS * SPANS);
  }

  @Test
  @Compliance({
    "Traces > Span > Safe for concurrent calls",
    "Traces > Span events > Safe for concurrent calls"
  })
  void oneSpanTakesWritesFromManyThreads() throws Exception {
    Span span = engine.tracer.spanBuilder("shared").startSpan();
    inParallel(
        thread -> {
          span.setAttribute("thread" + thread, thread);
          span.addEvent("event" + thread);
          return null;
        });
    span.end();
    ReadableSpan ended = engine.onlySpan();
    assertThat(ended.attributes().size()).isEqualTo(THREADS);
    assertThat(ended.events()).hasSize(THREADS);
  }

  private interface Work {
    Object run(int thread) throws Exception;
  }

  private static void inParallel(Work work) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Object>> calls =
          IntStream.range(0, THREADS)
              .mapToObj(thread -> (Callable<Object>) () -> work.run(thread))
              .toList();
      for (Future<Object> future : executor.invokeAll(calls)) {
        future.get();
      }
    } finally {
      executor.shutdownNow();
    }
  }
}

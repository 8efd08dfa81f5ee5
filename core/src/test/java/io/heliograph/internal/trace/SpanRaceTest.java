package io.heliograph.internal.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.export.ReadableSpan;
import io.heliograph.pipeline.ReadWriteSpan;
import io.heliograph.pipeline.SpanProcessor;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A span that several threads write, read and end at the same time. */
@Timeout(60)
class SpanRaceTest {

  private static final int THREADS = 16;
  private static final int ROUNDS = 300;

  private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void close() {
    executor.shutdownNow();
  }

  @Test
  void whoeverEndsASpanItEndsOnce() throws Exception {
    try (Engine engine = new Engine()) {
      for (int round = 0; round < ROUNDS; round++) {
        Span span = engine.tracer.spanBuilder("shared").startSpan();
        inParallel(thread -> span.end());
      }
      assertThat(engine.spans()).hasSize(ROUNDS);
    }
  }

  @Test
  void processorsSeeEachEndOnce() throws Exception {
    Ends ends = new Ends();
    try (Engine engine = new Engine(builder -> builder.spanProcessor(ends))) {
      for (int round = 0; round < ROUNDS; round++) {
        Span span = engine.tracer.spanBuilder("shared").startSpan();
        inParallel(thread -> span.end());
      }
      assertThat(engine.spans())
          .hasSize(ROUNDS)
          .allSatisfy(span -> assertThat(span.attributes().get(Ends.LAST)).isEqualTo("word"));
      assertThat(ends.ending.sum()).isEqualTo(ROUNDS);
      assertThat(ends.ended.sum()).isEqualTo(ROUNDS);
    }
  }

  @Test
  void whatManyThreadsWriteIsKeptOrCounted() throws Exception {
    try (Engine engine = new Engine()) {
      Span span = engine.tracer.spanBuilder("shared").startSpan();
      inParallel(
          thread -> {
            for (int i = 0; i < ROUNDS; i++) {
              span.setAttribute("a" + thread + "." + i, i);
              span.addEvent("e" + i);
            }
          });
      span.end();
      ReadableSpan ended = engine.onlySpan();
      assertThat(ended.attributes().size() + ended.droppedAttributes()).isEqualTo(THREADS * ROUNDS);
      assertThat(ended.events().size() + ended.droppedEvents()).isEqualTo(THREADS * ROUNDS);
    }
  }

  @Test
  void whoLooksMeanwhileSeesWholeAttributes() throws Exception {
    try (Engine engine = new Engine()) {
      Span span = engine.tracer.spanBuilder("shared").startSpan();
      inParallel(
          thread -> {
            for (int i = 0; i < ROUNDS; i++) {
              if (thread % 2 == 0) {
                span.setAttribute("key" + i % 50, "key" + i % 50);
              } else {
                ((ReadableSpan) span)
                    .attributes()
                    .forEach((key, value) -> assertThat(value).isEqualTo(key.getKey()));
              }
            }
          });
      span.end();
      assertThat(engine.onlySpan().attributes().size()).isEqualTo(50);
    }
  }

  @Test
  void nothingChangesOnceItHasEndedHoweverManyStillWrite() throws Exception {
    try (Engine engine = new Engine()) {
      List<Attributes> atEnd = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        Span span = engine.tracer.spanBuilder("shared").startSpan();
        inParallel(
            thread -> {
              if (thread == 0) {
                span.end();
                atEnd.add(((ReadableSpan) span).attributes());
              }
              span.setAttribute("thread" + thread, thread);
              span.updateName("renamed");
              span.setStatus(StatusCode.ERROR, "late");
            });
      }
      List<ReadableSpan> spans = engine.spans();
      assertThat(spans.stream().map(ReadableSpan::attributes)).containsExactlyElementsOf(atEnd);
    }
  }

  @Test
  void aValueThatWritesToTheSpanWhileItIsReadStopsNobody() {
    try (Engine engine = new Engine()) {
      Span span = engine.tracer.spanBuilder("own").startSpan();
      span.setAttribute(
          AttributeKey.stringArrayKey("list"),
          new AbstractList<>() {
            @Override
            public String get(int index) {
              span.setAttribute("seen", true);
              return "element";
            }

            @Override
            public int size() {
              return 1;
            }
          });
      span.end();
      assertThat(engine.onlySpan().attributes().size()).isEqualTo(2);
    }
  }

  @Test
  void aKeyThatWritesToTheSpanWhenItIsAskedStopsNobody() {
    try (Engine engine = new Engine()) {
      Span span = engine.tracer.spanBuilder("own").startSpan();
      AttributeKey<String> key = new WritingKey(span);
      span.setAttribute(key, "first");
      span.setAttribute(key, "second");
      span.setAttribute("written", "as well");
      span.end();
      Attributes attributes = engine.onlySpan().attributes();
      assertThat(attributes.asMap().values()).containsExactlyInAnyOrder("as well", "second");
      assertThat(attributes.get(AttributeKey.stringKey("key"))).isEqualTo("second");
    }
  }

  /** A program's own key, each of whose methods writes to a span. */
  private record WritingKey(Span span) implements AttributeKey<String> {

    @Override
    public String getKey() {
      span.setAttribute("written", "by the key");
      return "key";
    }

    @Override
    public AttributeType getType() {
      span.setAttribute("written", "by the key");
      return AttributeType.STRING;
    }

    @Override
    public boolean equals(Object other) {
      span.setAttribute("written", "by the key");
      return other instanceof WritingKey;
    }

    @Override
    public int hashCode() {
      span.setAttribute("written", "by the key");
      return 1;
    }
  }

  private void inParallel(IntConsumer work) throws Exception {
    List<Callable<Object>> calls =
        IntStream.range(0, THREADS)
            .mapToObj(thread -> Executors.callable(() -> work.accept(thread)))
            .toList();
    for (Future<Object> future : executor.invokeAll(calls)) {
      future.get();
    }
  }

  private static final class Ends implements SpanProcessor {

    static final AttributeKey<String> LAST = AttributeKey.stringKey("last");

    final LongAdder ending = new LongAdder();
    final LongAdder ended = new LongAdder();

    @Override
    public void onEnding(ReadWriteSpan span) {
      ending.increment();
      span.setAttribute(LAST, "word");
    }

    @Override
    public void onEnd(ReadableSpan span) {
      ended.increment();
    }
  }
}

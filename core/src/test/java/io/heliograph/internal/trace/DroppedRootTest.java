package io.heliograph.internal.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.pipeline.IdGenerator;
import io.heliograph.pipeline.Samplers;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A root span that is dropped before anybody wanted to know its ids. */
@Timeout(60)
class DroppedRootTest {

  private static final int THREADS = 8;
  private static final int ROUNDS = 500;

  /** Counts, so that ids which are drawn twice differ. */
  private final AtomicLong drawn = new AtomicLong();

  private final Engine engine =
      new Engine(
          builder ->
              builder.sampler(Samplers.parentBased(Samplers.alwaysOff())).idGenerator(counting()));

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void drawsNoIdUntilSomebodyAsks() {
    SpanContext context = root().getSpanContext();
    assertThat(context.isValid()).isTrue();
    assertThat(context.isSampled()).isFalse();
    assertThat(context.isRemote()).isFalse();
    assertThat(drawn).hasValue(0);
    assertThat(context.getSpanId()).isEqualTo("0000000000000003");
    assertThat(context.getTraceId()).isEqualTo("00000000000000010000000000000002");
    assertThat(drawn).hasValue(3);
  }

  @Test
  void itsChildrenBelongToItsTrace() {
    Span root = root();
    Span child = child(root);
    Span grandchild = child(child);
    assertThat(child.isRecording()).isFalse();
    assertThat(List.of(child, grandchild))
        .extracting(span -> span.getSpanContext().getTraceId())
        .containsOnly(root.getSpanContext().getTraceId());
    assertThat(Stream.of(root, child, grandchild).map(span -> span.getSpanContext().getSpanId()))
        .doesNotHaveDuplicates();
  }

  @Test
  void isEqualToWhatHasItsIdsAndToNothingElse() {
    SpanContext context = root().getSpanContext();
    SpanContext same =
        SpanContext.create(
            context.getTraceId(),
            context.getSpanId(),
            TraceFlags.getDefault(),
            TraceState.getDefault());
    assertThat(context).isEqualTo(context).isNotEqualTo(root().getSpanContext());
    assertThat(context.equals(same)).isTrue();
    assertThat(context.hashCode()).isEqualTo(context.hashCode());
    assertThat(context.toString()).contains(context.getTraceId());
  }

  @Test
  void threadsThatAskAtTheSameTimeGetTheSameIds() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        SpanContext context = root().getSpanContext();
        Callable<String> ids = () -> context.getTraceId() + context.getSpanId();
        List<Future<String>> answers =
            executor.invokeAll(Stream.generate(() -> ids).limit(THREADS).toList());
        for (Future<String> answer : answers) {
          assertThat(answer.get()).isEqualTo(context.getTraceId() + context.getSpanId());
        }
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private Span root() {
    return engine.tracer.spanBuilder("root").startSpan();
  }

  private Span child(Span parent) {
    Context context = Context.root().with(parent);
    return engine.tracer.spanBuilder("child").setParent(context).startSpan();
  }

  private IdGenerator counting() {
    return new IdGenerator() {
      @Override
      public long traceIdHigh() {
        return drawn.incrementAndGet();
      }

      @Override
      public long traceIdLow() {
        return drawn.incrementAndGet();
      }

      @Override
      public long spanId() {
        return drawn.incrementAndGet();
      }
    };
  }
}

package io.heliograph.internal.trace;

import io.heliograph.export.ReadableSpan;
import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.pipeline.ReadWriteSpan;
import io.heliograph.pipeline.SpanProcessor;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Calls all processors in order; one that throws is reported and the next still runs. */
final class ProcessorChain {

  private final SpanProcessor[] processors;
  private final Faults faults;

  ProcessorChain(List<SpanProcessor> processors, Faults faults) {
    this.processors = processors.toArray(SpanProcessor[]::new);
    this.faults = faults;
  }

  void onStart(Context parent, ReadWriteSpan span) {
    for (SpanProcessor processor : processors) {
      try {
        processor.onStart(parent, span);
      } catch (Throwable thrown) {
        report(processor, thrown);
      }
    }
  }

  void onEnding(ReadWriteSpan span) {
    for (SpanProcessor processor : processors) {
      try {
        processor.onEnding(span);
      } catch (Throwable thrown) {
        report(processor, thrown);
      }
    }
  }

  void onEnd(ReadableSpan span) {
    for (SpanProcessor processor : processors) {
      try {
        processor.onEnd(span);
      } catch (Throwable thrown) {
        report(processor, thrown);
      }
    }
  }

  CompletableFuture<Boolean> flush() {
    List<CompletableFuture<Boolean>> flushes = new ArrayList<>();
    each(processor -> flushes.add(processor.flush().toCompletableFuture()));
    return flushes.stream()
        .map(flush -> flush.exceptionally(thrown -> false))
        .reduce(
            CompletableFuture.completedFuture(flushes.size() == processors.length),
            (left, right) -> left.thenCombine(right, Boolean::logicalAnd));
  }

  void close() {
    each(SpanProcessor::close);
  }

  private void each(Consumer<SpanProcessor> call) {
    for (SpanProcessor processor : processors) {
      try {
        call.accept(processor);
      } catch (Throwable thrown) {
        report(processor, thrown);
      }
    }
  }

  private void report(SpanProcessor processor, Throwable thrown) {
    faults.report("span processor " + processor.getClass().getName(), thrown);
  }
}

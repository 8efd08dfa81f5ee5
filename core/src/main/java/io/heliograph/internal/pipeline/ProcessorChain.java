package io.heliograph.internal.pipeline;

import io.heliograph.internal.diagnostics.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Calls all processors of a signal in order; one that throws is reported and the next still runs.
 *
 * @param <P> the signal's processor
 */
public final class ProcessorChain<P extends AutoCloseable> {

  private final List<P> processors;
  private final String kind;
  private final Function<P, CompletionStage<Boolean>> flush;
  private final Faults faults;

  /**
   * @param kind what the log calls them
   * @param flush asks one processor to flush
   */
  public ProcessorChain(
      List<P> processors, String kind, Function<P, CompletionStage<Boolean>> flush, Faults faults) {
    this.processors = List.copyOf(processors);
    this.kind = kind;
    this.flush = flush;
    this.faults = faults;
  }

  /** A call with two arguments; a method reference captures nothing and costs no garbage. */
  public interface Call<P, A, B> {
    void call(P processor, A first, B second);
  }

  /** Calls each; there is no way to stop the chain. */
  public <A, B> void each(A first, B second, Call<P, A, B> call) {
    for (int i = 0; i < processors.size(); i++) {
      P processor = processors.get(i);
      try {
        call.call(processor, first, second);
      } catch (Throwable thrown) {
        report(processor, thrown);
      }
    }
  }

  /** The same with one argument. */
  public <A> void each(A argument, BiConsumer<P, A> call) {
    each(argument, call, ProcessorChain::callWithOne);
  }

  private static <P, A> void callWithOne(P processor, A argument, BiConsumer<P, A> call) {
    call.accept(processor, argument);
  }

  /** Whether one of them says yes; one that throws counts as yes, so that nothing is lost by it. */
  public boolean any(Predicate<P> question) {
    for (int i = 0; i < processors.size(); i++) {
      P processor = processors.get(i);
      try {
        if (question.test(processor)) {
          return true;
        }
      } catch (Throwable thrown) {
        report(processor, thrown);
        return true;
      }
    }
    return false;
  }

  /** Completes when all have flushed, false if one failed or lost something. */
  public CompletableFuture<Boolean> flush() {
    List<CompletableFuture<Boolean>> flushes = new ArrayList<>();
    each(flushes, (processor, all) -> all.add(flush.apply(processor).toCompletableFuture()));
    return flushes.stream()
        .map(flushed -> flushed.exceptionally(thrown -> false))
        .reduce(
            CompletableFuture.completedFuture(flushes.size() == processors.size()),
            (left, right) -> left.thenCombine(right, Boolean::logicalAnd));
  }

  public void close() {
    for (P processor : processors) {
      try {
        processor.close();
      } catch (Throwable thrown) {
        report(processor, thrown);
      }
    }
  }

  private void report(P processor, Throwable thrown) {
    faults.report(kind + " " + processor.getClass().getName(), thrown);
  }
}

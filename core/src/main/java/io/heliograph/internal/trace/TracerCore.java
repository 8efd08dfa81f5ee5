package io.heliograph.internal.trace;

import io.heliograph.internal.pipeline.ProcessorChain;
import io.heliograph.pipeline.Sampler;
import io.heliograph.pipeline.SamplingInput;
import io.heliograph.pipeline.SamplingResult;
import io.heliograph.pipeline.SamplingResult.Decision;
import io.heliograph.pipeline.SpanProcessor;
import io.opentelemetry.api.trace.SpanContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a span needs of its engine: the configuration, ready to be called safely. */
final class TracerCore {

  final TraceConfig config;
  final ProcessorChain<SpanProcessor> processors;
  final SafeIds ids;

  /** Whether somebody but the destinations looks at spans that start or are about to end. */
  final boolean watched;

  volatile boolean stopped;

  private final Sampler sampler;
  private final @Nullable SpanCounts counts;

  TracerCore(TraceConfig config) {
    this.config = config;
    List<SpanProcessor> chain = new ArrayList<>(config.processors());
    chain.add(config.destinations());
    this.processors =
        new ProcessorChain<>(chain, "span processor", SpanProcessor::flush, config.faults());
    this.watched = !config.processors().isEmpty();
    this.sampler = config.sampler();
    this.counts = config.counts();
    this.ids = new SafeIds(config.idGenerator(), config.faults());
  }

  void countStart(SpanContext parent, Decision decision) {
    if (counts != null) {
      counts.started(parent, decision);
    }
  }

  /** Hands on a span that has ended. */
  void ended(RecordingSpan span) {
    if (counts != null && !span.spanContext().isSampled()) {
      counts.endedUnsampled();
    }
    if (watched) {
      processors.each(span, SpanProcessor::onEnd);
    } else {
      deliver(span);
    }
  }

  /** Past the chain, whose calls the compiler cannot see through. */
  private void deliver(RecordingSpan span) {
    try {
      config.destinations().onEnd(span);
    } catch (Throwable thrown) {
      config.faults().report("span destinations", thrown);
    }
  }

  /** The sampler's decision; one that throws or answers null drops the span and is reported. */
  SamplingResult sample(SamplingInput input) {
    try {
      return java.util.Objects.requireNonNull(sampler.sample(input), "sampling result");
    } catch (Throwable thrown) {
      config.faults().report("sampler " + sampler.getClass().getName(), thrown);
      return SamplingResult.DROP;
    }
  }
}

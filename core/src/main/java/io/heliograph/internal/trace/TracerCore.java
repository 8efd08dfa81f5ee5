package io.heliograph.internal.trace;

import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.internal.pipeline.ProcessorChain;
import io.heliograph.pipeline.Sampler;
import io.heliograph.pipeline.SamplingInput;
import io.heliograph.pipeline.SamplingResult;
import io.heliograph.pipeline.SpanProcessor;

/** What a span needs of its engine: the configuration, ready to be called safely. */
final class TracerCore {

  final TraceConfig config;
  final ProcessorChain<SpanProcessor> processors;
  final SafeIds ids;

  /** Whether somebody but the destinations looks at spans that start or are about to end. */
  final boolean watched;

  volatile boolean stopped;

  TracerCore(TraceConfig config) {
    this.config = config;
    this.processors =
        new ProcessorChain<>(
            config.processors(), "span processor", SpanProcessor::flush, config.faults());
    this.watched =
        config.processors().stream().anyMatch(each -> !(each instanceof SpanDestinations));
    this.ids = new SafeIds(config.idGenerator(), config.faults());
  }

  /** The sampler's decision; one that throws or answers null drops the span and is reported. */
  SamplingResult sample(SamplingInput input) {
    Sampler sampler = config.sampler();
    Faults faults = config.faults();
    try {
      return java.util.Objects.requireNonNull(sampler.sample(input), "sampling result");
    } catch (Throwable thrown) {
      faults.report("sampler " + sampler.getClass().getName(), thrown);
      return SamplingResult.DROP;
    }
  }
}

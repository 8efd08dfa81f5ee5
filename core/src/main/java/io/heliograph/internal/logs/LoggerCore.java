package io.heliograph.internal.logs;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.internal.pipeline.ProcessorChain;
import io.heliograph.pipeline.LogRecordProcessor;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.context.Context;

/** What a logger needs of its engine: the configuration, ready to be called safely. */
final class LoggerCore {

  final LogConfig config;
  final ProcessorChain<LogRecordProcessor> processors;
  volatile boolean stopped;

  LoggerCore(LogConfig config) {
    this.config = config;
    this.processors =
        new ProcessorChain<>(
            config.processors(),
            "log record processor",
            LogRecordProcessor::flush,
            config.faults());
  }

  boolean isEnabled(Context context, InstrumentationScope scope, Severity severity) {
    return !stopped
        && processors.any(processor -> processor.enabled(context, scope, severity, null));
  }
}

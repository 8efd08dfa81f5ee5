package io.heliograph.internal.logs;

import io.heliograph.export.Resource;
import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.pipeline.Clock;
import io.heliograph.pipeline.LogLimits;
import io.heliograph.pipeline.LogRecordProcessor;
import java.util.List;

/** What all loggers of one engine share. Immutable. */
public record LogConfig(
    Resource resource,
    LogLimits limits,
    Clock clock,
    List<LogRecordProcessor> processors,
    Faults faults) {

  /** Copies the list. */
  public LogConfig {
    processors = List.copyOf(processors);
  }
}

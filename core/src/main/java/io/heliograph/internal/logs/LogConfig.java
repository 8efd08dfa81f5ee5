package io.heliograph.internal.logs;

import io.heliograph.export.Resource;
import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.pipeline.Clock;
import io.heliograph.pipeline.LogLimits;
import io.heliograph.pipeline.LogRecordProcessor;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What all loggers of one engine share. Immutable.
 *
 * @param created counts what is emitted, null if nobody wants to know
 */
public record LogConfig(
    Resource resource,
    LogLimits limits,
    Clock clock,
    List<LogRecordProcessor> processors,
    Faults faults,
    @Nullable LongAdder created) {

  /** Copies the list. */
  public LogConfig {
    processors = List.copyOf(processors);
  }
}

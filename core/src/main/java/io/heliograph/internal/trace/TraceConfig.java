package io.heliograph.internal.trace;

import io.heliograph.export.Resource;
import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.pipeline.Clock;
import io.heliograph.pipeline.IdGenerator;
import io.heliograph.pipeline.Sampler;
import io.heliograph.pipeline.SpanLimits;
import io.heliograph.pipeline.SpanProcessor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all tracers of one engine share. Immutable.
 *
 * @param processors all but the destinations, which come last
 * @param counts null if nobody wants to know
 */
public record TraceConfig(
    Resource resource,
    Sampler sampler,
    SpanLimits limits,
    IdGenerator idGenerator,
    Clock clock,
    List<SpanProcessor> processors,
    SpanDestinations destinations,
    Faults faults,
    @Nullable SpanCounts counts) {

  /** Copies the list. */
  public TraceConfig {
    processors = List.copyOf(processors);
  }
}

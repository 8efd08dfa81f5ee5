package io.heliograph.internal.metrics;

import io.heliograph.export.Resource;
import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.internal.diagnostics.ThrottledLog;
import io.heliograph.pipeline.Clock;
import io.heliograph.pipeline.ExemplarFilter;
import io.heliograph.pipeline.View;
import io.heliograph.pipeline.ViewMatching;
import java.time.Duration;
import java.util.List;

/**
 * What all meters of one engine share. Immutable.
 *
 * @param readers each collects on its own and has its own streams, so that every further reader
 *     costs on each measurement
 * @param callbackTimeout after which a callback is left behind
 */
public record MetricsConfig(
    Resource resource,
    List<View> views,
    ViewMatching viewMatching,
    ExemplarFilter exemplarFilter,
    List<ReaderOptions> readers,
    Duration callbackTimeout,
    Clock clock,
    Faults faults,
    ThrottledLog log) {

  /** How long a callback may take at one collection unless said otherwise. */
  public static final Duration CALLBACK_TIMEOUT = Duration.ofSeconds(5);

  /** Copies the lists. */
  public MetricsConfig {
    views = List.copyOf(views);
    readers = List.copyOf(readers);
  }
}

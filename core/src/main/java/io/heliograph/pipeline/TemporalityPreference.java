package io.heliograph.pipeline;

import io.heliograph.export.Temporality;
import java.util.Locale;

/**
 * Which instruments a destination wants as deltas.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/metrics/sdk_exporters/otlp/">Metrics
 *     exporter - OTLP</a>
 */
public enum TemporalityPreference {
  /** None. */
  CUMULATIVE,
  /** All but up-down counters, whose total is what matters. */
  DELTA,
  /** Those whose totals would have to be kept for it: counters and histograms. */
  LOWMEMORY;

  /** The temporality for a kind of instrument. */
  public Temporality of(InstrumentKind kind) {
    boolean delta =
        switch (this) {
          case CUMULATIVE -> false;
          case DELTA ->
              kind != InstrumentKind.UP_DOWN_COUNTER
                  && kind != InstrumentKind.OBSERVABLE_UP_DOWN_COUNTER;
          case LOWMEMORY -> kind == InstrumentKind.COUNTER || kind == InstrumentKind.HISTOGRAM;
        };
    return delta ? Temporality.DELTA : Temporality.CUMULATIVE;
  }

  /** As configuration writes it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

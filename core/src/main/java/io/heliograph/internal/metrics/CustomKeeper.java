package io.heliograph.internal.metrics;

import io.heliograph.export.Exemplar;
import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.pipeline.Clock;
import io.heliograph.pipeline.ExemplarReservoir;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import java.util.List;

/** An extension's reservoir; what it throws is reported. */
record CustomKeeper(
    ExemplarReservoir reservoir, Attributes seriesAttributes, Clock clock, Faults faults)
    implements ExemplarKeeper {

  @Override
  public void offer(Number value, int slot, Attributes attributes, Context context) {
    try {
      reservoir.offer(value, attributes, context, clock.epochNanos());
    } catch (Throwable thrown) {
      report(thrown);
    }
  }

  @Override
  public void collect(List<Exemplar> into) {
    try {
      into.addAll(reservoir.collect(seriesAttributes));
    } catch (Throwable thrown) {
      report(thrown);
    }
  }

  private void report(Throwable thrown) {
    faults.report("exemplar reservoir " + reservoir.getClass().getName(), thrown);
  }
}

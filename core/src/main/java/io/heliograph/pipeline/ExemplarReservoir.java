package io.heliograph.pipeline;

import io.heliograph.export.Exemplar;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import java.util.List;

/**
 * Chooses the exemplars of one series, as an extension.
 *
 * <p>Sees every measurement that the {@link ExemplarFilter} admits, on the thread that records it,
 * and so should be quick. Must be thread-safe. What it throws is counted and logged.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/metrics/sdk/#exemplarreservoir">ExemplarReservoir</a>
 */
public interface ExemplarReservoir {

  /**
   * Offers a measurement.
   *
   * @param value a {@link Long} or a {@link Double}
   * @param attributes all that the measurement has, also those that a view removes
   * @param epochNanos when it was taken
   */
  void offer(Number value, Attributes attributes, Context context, long epochNanos);

  /**
   * Gives what was kept since the last call and starts anew.
   *
   * @param seriesAttributes those that the point has, and that its exemplars need not repeat
   */
  List<Exemplar> collect(Attributes seriesAttributes);
}

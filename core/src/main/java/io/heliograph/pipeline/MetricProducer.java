package io.heliograph.pipeline;

import io.heliograph.export.MetricData;
import java.util.List;

/**
 * Brings metrics that were aggregated elsewhere into a collection.
 *
 * <p>Called by one collection at a time; what it throws is counted and logged.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/metrics/sdk/#metricproducer">MetricProducer</a>
 */
public interface MetricProducer {

  /**
   * The metrics as they are now.
   *
   * @param filter should be applied as early as it can be; the reader applies it again
   */
  List<MetricData> produce(MetricFilter filter);
}

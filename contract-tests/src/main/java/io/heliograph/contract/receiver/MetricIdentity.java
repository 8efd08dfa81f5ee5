package io.heliograph.contract.receiver;

import java.util.Locale;
import java.util.Map;

/** What tells one metric from another: all but its description; the case of its name is no part. */
record MetricIdentity(
    Map<String, Object> resource,
    ReceivedSpan.Scope scope,
    String name,
    String unit,
    ReceivedMetric.Kind kind,
    ReceivedMetric.Temporality temporality,
    boolean monotonic) {

  static MetricIdentity of(ReceivedMetric metric) {
    return new MetricIdentity(
        metric.resource(),
        metric.scope(),
        metric.name().toLowerCase(Locale.ROOT),
        metric.unit(),
        metric.kind(),
        metric.temporality(),
        metric.monotonic());
  }
}

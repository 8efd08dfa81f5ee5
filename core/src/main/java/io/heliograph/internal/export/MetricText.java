package io.heliograph.internal.export;

import io.heliograph.export.DistributionPoint;
import io.heliograph.export.Exemplar;
import io.heliograph.export.MetricData;
import io.heliograph.export.MetricPoint;
import io.heliograph.export.NumberPoint;
import io.heliograph.internal.diagnostics.ThrottledLog;
import java.util.List;

/**
 * Metrics for people to read, a line each point.
 *
 * <pre>
 * shop: http.server.request.duration {http.route=/cart} count 3 sum 0.12 s min 0.01 max 0.1 trace 0af7…
 * </pre>
 */
final class MetricText {

  private MetricText() {}

  static String of(List<MetricData> batch) {
    StringBuilder text = new StringBuilder();
    for (MetricData metric : batch) {
      for (MetricPoint point : metric.points()) {
        text.append(ThrottledLog.oneLine(line(metric, point))).append(System.lineSeparator());
      }
    }
    return text.toString();
  }

  private static String line(MetricData metric, MetricPoint point) {
    return SpanText.service(metric.resource())
        + metric.name()
        + SpanText.attributes(point.attributes())
        + values(point, metric.unit().isEmpty() ? "" : " " + metric.unit())
        + traces(point);
  }

  private static String values(MetricPoint point, String unit) {
    if (point instanceof NumberPoint number) {
      return " "
          + (number.isLong()
              ? Long.toString(number.longValue())
              : Double.toString(number.doubleValue()))
          + unit;
    }
    if (point instanceof DistributionPoint distribution) {
      return " count "
          + distribution.count()
          + " sum "
          + distribution.sum()
          + unit
          + (distribution.hasMinMax()
              ? " min " + distribution.min() + " max " + distribution.max()
              : "");
    }
    return "";
  }

  private static String traces(MetricPoint point) {
    StringBuilder text = new StringBuilder();
    for (Exemplar exemplar : point.exemplars()) {
      if (exemplar.spanContext().isValid()) {
        text.append(" trace ").append(exemplar.spanContext().getTraceId());
      }
    }
    return text.toString();
  }
}

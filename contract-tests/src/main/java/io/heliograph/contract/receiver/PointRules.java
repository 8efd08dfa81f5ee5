package io.heliograph.contract.receiver;

import io.heliograph.contract.receiver.ReceivedMetric.Kind;
import io.heliograph.contract.receiver.ReceivedMetric.Temporality;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules for points: no two of one series, the time that they tell of, a value. */
final class PointRules extends IdRules {

  private static final int NO_RECORDED_VALUE = 1;

  private final HistogramRules histogramRules;
  private final ExemplarRules exemplarRules;

  PointRules(List<String> violations) {
    super(violations);
    histogramRules = new HistogramRules(violations);
    exemplarRules = new ExemplarRules(violations);
  }

  void check(String metricName, ReceivedMetric metric) {
    Set<Map<String, Object>> seen = new HashSet<>();
    for (ReceivedPoint point : metric.points()) {
      String what = metricName + " " + point.attributes();
      require(seen.add(point.attributes()), what + " is twice in the metric");
      checkTimes(what, metric.kind(), point);
      checkValue(what, metric, point);
      point.exemplars().forEach(exemplar -> exemplarRules.check(what, point, exemplar));
    }
  }

  private void checkTimes(String what, Kind kind, ReceivedPoint point) {
    require(point.epochNanos() > 0, what + " has no time");
    require(
        kind == Kind.GAUGE || point.startEpochNanos() != 0,
        what + " has no start time, which its temporality needs");
    require(
        Long.compareUnsigned(point.startEpochNanos(), point.epochNanos()) <= 0,
        what + " ends before it starts");
  }

  private void checkValue(String what, ReceivedMetric metric, ReceivedPoint point) {
    require((point.flags() & ~NO_RECORDED_VALUE) == 0, what + " has reserved flags");
    boolean silent = (point.flags() & NO_RECORDED_VALUE) != 0;
    PointData data = point.data();
    require(silent || !(data instanceof PointData.NoValue), what + " has no value");
    if (data instanceof PointData.Histogram histogram) {
      histogramRules.check(what, histogram);
    } else if (data instanceof PointData.ExponentialHistogram histogram) {
      histogramRules.check(what, histogram);
    } else if (!silent && metric.monotonic() && metric.temporality() == Temporality.DELTA) {
      require(!(data.number() < 0), what + " is monotonic and falls by " + data.number());
    }
  }
}

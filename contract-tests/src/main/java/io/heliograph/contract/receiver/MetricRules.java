package io.heliograph.contract.receiver;

import io.heliograph.contract.receiver.ReceivedMetric.Kind;
import io.heliograph.contract.receiver.ReceivedMetric.Temporality;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for metrics: names and units as instruments have them, one of each identity. */
final class MetricRules extends IdRules {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]{0,254}");
  private static final Pattern UNIT = Pattern.compile("[\\x20-\\x7e]{0,63}");

  private final PointRules pointRules;
  private final Set<MetricIdentity> seen = new HashSet<>();

  MetricRules(List<String> violations) {
    super(violations);
    pointRules = new PointRules(violations);
  }

  void check(ExportMetricsServiceRequest request) {
    request.getResourceMetricsList().stream()
        .flatMap(group -> group.getScopeMetricsList().stream())
        .flatMap(group -> group.getMetricsList().stream())
        .forEach(this::checkKind);
    MetricDecoder.decode(request).forEach(this::check);
  }

  private void checkKind(Metric metric) {
    String what = "metric \"" + metric.getName() + "\"";
    require(metric.getDataCase() != Metric.DataCase.DATA_NOT_SET, what + " has no data");
    require(!metric.hasSummary(), what + " is a summary, which no instrument makes");
  }

  private void check(ReceivedMetric metric) {
    String what = "metric \"" + metric.name() + "\"";
    require(NAME.matcher(metric.name()).matches(), what + " has a name that no instrument may");
    require(UNIT.matcher(metric.unit()).matches(), what + " has the unit " + metric.unit());
    require(!metric.points().isEmpty(), what + " has no points");
    require(
        metric.kind() == Kind.GAUGE || metric.temporality() != Temporality.NONE,
        what + " has no temporality");
    require(seen.add(MetricIdentity.of(metric)), what + " is twice in the request");
    pointRules.check(what, metric);
  }
}

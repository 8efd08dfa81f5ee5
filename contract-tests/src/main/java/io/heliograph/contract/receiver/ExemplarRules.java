package io.heliograph.contract.receiver;

import com.google.protobuf.ByteString;
import java.util.List;

/** The rules for exemplars: of the time of their point, in a trace or in none, a value. */
final class ExemplarRules extends IdRules {

  ExemplarRules(List<String> violations) {
    super(violations);
  }

  void check(String pointName, ReceivedPoint point, ReceivedExemplar exemplar) {
    String what = "an exemplar of " + pointName;
    require(!(exemplar.value() instanceof PointData.NoValue), what + " has no value");
    require(
        exemplar.epochNanos() >= point.startEpochNanos()
            && exemplar.epochNanos() <= point.epochNanos(),
        what + " was measured outside the time of its point");
    checkTrace(what, exemplar);
    exemplar
        .filteredAttributes()
        .keySet()
        .forEach(
            key ->
                require(
                    !point.attributes().containsKey(key),
                    what + " repeats the attribute \"" + key + "\" of its point"));
  }

  private void checkTrace(String what, ReceivedExemplar exemplar) {
    require(
        exemplar.traceId().isEmpty() == exemplar.spanId().isEmpty(),
        what + " has but one of trace_id and span_id");
    if (!exemplar.traceId().isEmpty()) {
      checkId(what + " trace_id", ByteString.fromHex(exemplar.traceId()), TRACE_ID_BYTES);
    }
    if (!exemplar.spanId().isEmpty()) {
      checkId(what + " span_id", ByteString.fromHex(exemplar.spanId()), SPAN_ID_BYTES);
    }
  }
}

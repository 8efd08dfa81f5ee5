package io.heliograph.internal.export;

import io.heliograph.export.ReadableSpan;
import io.heliograph.export.Resource;
import io.heliograph.internal.diagnostics.ThrottledLog;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Spans for people to read, as a tree for each trace of a batch.
 *
 * <pre>
 * trace 0af7651916cd43dd8448eb211c80319c
 *   shop: GET /cart [SERVER] 12.300 ms {http.route=/cart}
 *     shop: SELECT carts [CLIENT] 1.250 ms ERROR timeout
 * </pre>
 */
final class SpanText {

  private static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");
  private static final int DEEPEST_INDENT = 40;
  private static final double NANOS_PER_MILLI = 1e6;

  private SpanText() {}

  static String of(List<ReadableSpan> batch) {
    Map<String, List<ReadableSpan>> traces = new LinkedHashMap<>();
    for (ReadableSpan span : batch) {
      traces.computeIfAbsent(span.spanContext().getTraceId(), id -> new ArrayList<>()).add(span);
    }
    StringBuilder text = new StringBuilder();
    traces.forEach((id, spans) -> trace(text, id, spans));
    return text.toString();
  }

  private static void trace(StringBuilder text, String id, List<ReadableSpan> spans) {
    text.append("trace ").append(id).append(System.lineSeparator());
    for (TraceTree.Node node : TraceTree.of(spans)) {
      text.append("  ".repeat(1 + Math.min(node.depth(), DEEPEST_INDENT)))
          .append(ThrottledLog.oneLine(line(node.span())))
          .append(System.lineSeparator());
    }
  }

  /** The service with a colon and a blank, or nothing. */
  static String service(Resource resource) {
    String service = resource.attributes().get(SERVICE_NAME);
    return service == null ? "" : service + ": ";
  }

  private static String line(ReadableSpan span) {
    long nanos = span.endEpochNanos() - span.startEpochNanos();
    return service(span.resource())
        + span.name()
        + String.format(Locale.ROOT, " [%s] %.3f ms", span.kind(), nanos / NANOS_PER_MILLI)
        + status(span)
        + attributes(span.attributes());
  }

  private static String status(ReadableSpan span) {
    if (span.statusCode() == StatusCode.UNSET) {
      return "";
    }
    String description = span.statusDescription();
    return " " + span.statusCode() + (description.isEmpty() ? "" : " " + description);
  }

  /** In braces with a blank before, or nothing. */
  static String attributes(Attributes attributes) {
    if (attributes.isEmpty()) {
      return "";
    }
    List<String> pairs = new ArrayList<>();
    attributes.forEach((key, value) -> pairs.add(key.getKey() + "=" + value));
    return " {" + String.join(", ", pairs) + "}";
  }
}

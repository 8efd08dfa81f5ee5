package io.heliograph.internal.otlp;

import io.heliograph.export.Exemplar;
import io.opentelemetry.api.trace.SpanContext;
import java.util.List;

/** The exemplars of a point. */
final class ExemplarFields {

  private static final Field TIME = new Field(2, "timeUnixNano");
  private static final Field DOUBLE = new Field(3, "asDouble");
  private static final Field SPAN_ID = new Field(4, "spanId");
  private static final Field TRACE_ID = new Field(5, "traceId");
  private static final Field LONG = new Field(6, "asInt");
  private static final Field FILTERED_ATTRIBUTES = new Field(7, "filteredAttributes");

  private static final int EXPECTED_EXEMPLAR = 60;

  private ExemplarFields() {}

  static void write(MessageWriter out, Field field, List<Exemplar> exemplars) {
    if (exemplars.isEmpty()) {
      return;
    }
    out.beginList(field);
    for (int i = 0; i < exemplars.size(); i++) {
      int mark = out.beginElement(field, EXPECTED_EXEMPLAR);
      exemplar(out, exemplars.get(i));
      out.end(mark);
    }
    out.endList();
  }

  private static void exemplar(MessageWriter out, Exemplar exemplar) {
    AttributeFields.write(out, FILTERED_ATTRIBUTES, exemplar.filteredAttributes());
    out.fixed64(TIME, exemplar.epochNanos());
    if (exemplar.value() instanceof Long whole) {
      out.sfixed64(LONG, whole);
    } else {
      out.float64(DOUBLE, exemplar.value().doubleValue());
    }
    SpanContext span = exemplar.spanContext();
    if (span.isValid()) {
      IdFields.span(out, SPAN_ID, span);
      IdFields.trace(out, TRACE_ID, span);
    }
  }
}

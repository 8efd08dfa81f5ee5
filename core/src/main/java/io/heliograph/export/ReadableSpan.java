package io.heliograph.export;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;

/**
 * Everything a span has recorded.
 *
 * <p>After the span has ended its values never change. While it is open each method answers with a
 * snapshot. Times are nanoseconds since the Unix epoch. Thread-safe.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/trace/sdk/#additional-span-interfaces">Readable
 *     span</a>
 */
public interface ReadableSpan {

  SpanContext spanContext();

  /** The parent's context, invalid for a root span. */
  SpanContext parentSpanContext();

  String name();

  SpanKind kind();

  long startEpochNanos();

  /** 0 while the span is open. */
  long endEpochNanos();

  boolean hasEnded();

  Attributes attributes();

  List<SpanEvent> events();

  List<SpanLink> links();

  StatusCode statusCode();

  /** Empty unless the status is an error with a description. */
  String statusDescription();

  int droppedAttributes();

  int droppedEvents();

  int droppedLinks();

  InstrumentationScope instrumentationScope();

  Resource resource();
}

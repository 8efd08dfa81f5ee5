package io.heliograph.pipeline;

/**
 * How much one span may hold; what exceeds a limit is dropped and counted on the span.
 *
 * @param attributes attributes of a span
 * @param events events of a span
 * @param links links of a span
 * @param eventAttributes attributes of one event
 * @param linkAttributes attributes of one link
 * @param valueLength characters of a string value or of each string in an array
 * @see <a href="https://opentelemetry.io/docs/specs/otel/trace/sdk/#span-limits">Span limits</a>
 */
public record SpanLimits(
    int attributes,
    int events,
    int links,
    int eventAttributes,
    int linkAttributes,
    int valueLength) {

  /** The specification's defaults, except that a value is cut at 16 KiB instead of never. */
  public static final SpanLimits DEFAULT = new SpanLimits(128, 128, 128, 128, 128, 16 * 1024);
}

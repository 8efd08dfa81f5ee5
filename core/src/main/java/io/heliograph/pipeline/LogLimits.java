package io.heliograph.pipeline;

/**
 * How much one log record may hold; attributes beyond the limit are dropped and counted on it.
 *
 * @param attributes attributes of a record
 * @param valueLength characters of a string value or of each string in an array
 * @see <a href="https://opentelemetry.io/docs/specs/otel/logs/sdk/#logrecord-limits">Log record
 *     limits</a>
 */
public record LogLimits(int attributes, int valueLength) {

  /** The specification's default count; a value is cut at 16 KiB instead of never. */
  public static final LogLimits DEFAULT = new LogLimits(128, 16 * 1024);
}

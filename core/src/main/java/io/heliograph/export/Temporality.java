package io.heliograph.export;

/**
 * What a point's value counts from.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/metrics/data-model/#temporality">Temporality</a>
 */
public enum Temporality {
  /** From a start that stays the same from collection to collection. */
  CUMULATIVE,
  /** From the collection before. */
  DELTA
}

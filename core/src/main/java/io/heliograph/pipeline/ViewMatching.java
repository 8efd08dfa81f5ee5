package io.heliograph.pipeline;

/**
 * What becomes of an instrument that several views select.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/metrics/sdk/#measurement-processing">Measurement
 *     processing</a>
 */
public enum ViewMatching {
  /** Each view makes a stream of its own. */
  INDEPENDENT,
  /**
   * Views without a name, and those with the same name, make one stream: the later view's setting
   * wins, included attributes are those that all include, excluded those that any excludes.
   */
  COMPOSABLE
}

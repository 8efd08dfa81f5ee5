package io.heliograph.pipeline;

/**
 * A part of a {@linkplain Samplers#composite composite sampler}. Must be quick and thread-safe.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/trace/sdk/#composablesampler">Composable
 *     sampler</a>
 */
public interface ComposableSampler {

  /** What this sampler wants for one span; must not depend on the trace id. */
  SamplingIntent samplingIntent(SamplingInput input);

  /** What the sampler does, such as {@code ComposableAlwaysOn}. */
  String description();
}

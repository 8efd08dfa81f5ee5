package io.heliograph.pipeline;

/**
 * Decides at a span's start whether it is recorded and exported. Must be quick and thread-safe.
 *
 * <p>A sampler that throws is counted, logged, and taken as {@link SamplingResult#DROP}.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/trace/sdk/#sampler">Sampler</a>
 */
public interface Sampler {

  /** Decides for one span. */
  SamplingResult sample(SamplingInput input);

  /**
   * What the sampler does, in the form the specification gives, such as {@code AlwaysOnSampler}.
   */
  String description();
}

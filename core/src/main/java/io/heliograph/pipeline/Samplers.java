package io.heliograph.pipeline;

import java.util.concurrent.ThreadLocalRandom;

/**
 * The built-in samplers, all immutable and thread-safe.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/trace/sdk/#built-in-samplers">Built-in
 *     samplers</a>
 */
public final class Samplers {

  private Samplers() {}

  /** Samples every span. */
  public static Sampler alwaysOn() {
    return ConstantSampler.ALWAYS_ON;
  }

  /** Drops every span. */
  public static Sampler alwaysOff() {
    return ConstantSampler.ALWAYS_OFF;
  }

  /**
   * Samples a ratio of all traces and writes it as {@code th} into the trace state: what is sampled
   * at one ratio is sampled at every higher one, in each process of the trace. Ignores the parent's
   * decision; see {@link #parentBased} to follow it.
   *
   * @param ratio from 0 to 1; used with four significant hex digits
   * @throws IllegalArgumentException if the ratio is out of range
   */
  public static Sampler traceIdRatio(double ratio) {
    return new RatioSampler(ratio);
  }

  /**
   * Follows the parent's decision.
   *
   * @param root asked for spans without a parent
   */
  public static ParentBasedSampler parentBased(Sampler root) {
    return new ParentBasedSampler(root, alwaysOn(), alwaysOff(), alwaysOn(), alwaysOff());
  }

  /**
   * Records, without exporting, what another sampler drops, so that span processors see every span.
   */
  public static Sampler alwaysRecord(Sampler root) {
    return new AlwaysRecordSampler(root);
  }

  /** Decides by what {@link ComposableSamplers} want. */
  public static Sampler composite(ComposableSampler delegate) {
    return new CompositeSampler(delegate, () -> ThreadLocalRandom.current().nextLong());
  }
}

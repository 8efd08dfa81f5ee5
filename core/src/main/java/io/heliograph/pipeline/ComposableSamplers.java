package io.heliograph.pipeline;

import io.opentelemetry.api.common.Attributes;
import java.util.List;
import java.util.function.Predicate;

/**
 * The parts for a {@linkplain Samplers#composite composite sampler}, all thread-safe.
 *
 * <pre>{@code
 * ComposableSampler root =
 *     ComposableSamplers.ruleBased(
 *         List.of(
 *             new Rule(input -> input.name().equals("GET /health"), ComposableSamplers.alwaysOff()),
 *             new Rule(input -> true, ComposableSamplers.probability(0.1))));
 * Sampler sampler = Samplers.composite(ComposableSamplers.parentThreshold(root));
 * }</pre>
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/trace/sdk/#built-in-composablesamplers">Built-in
 *     composable samplers</a>
 */
public final class ComposableSamplers {

  private ComposableSamplers() {}

  /** Wants every span. */
  public static ComposableSampler alwaysOn() {
    return FixedThreshold.ALWAYS_ON;
  }

  /** Wants no span. */
  public static ComposableSampler alwaysOff() {
    return FixedThreshold.ALWAYS_OFF;
  }

  /**
   * Wants a ratio of all traces.
   *
   * @param ratio from 0 to 1; below 2<sup>-57</sup> it is {@link #alwaysOff}
   * @throws IllegalArgumentException if the ratio is out of range
   */
  public static ComposableSampler probability(double ratio) {
    return FixedThreshold.ofRatio(ratio);
  }

  /**
   * Follows the parent's threshold, or its sampled flag where it has none or one that contradicts
   * the flag.
   *
   * @param root asked for spans without a parent
   */
  public static ComposableSampler parentThreshold(ComposableSampler root) {
    return new ParentThreshold(root);
  }

  /** Asks the sampler of the first rule that matches; a span that none matches is dropped. */
  public static ComposableSampler ruleBased(List<Rule> rules) {
    return new RuleBased(rules);
  }

  /** Adds attributes to the spans that are sampled. */
  public static ComposableSampler annotating(Attributes attributes, ComposableSampler delegate) {
    return new Annotating(attributes, delegate);
  }

  /** Which spans a sampler is asked for. */
  public record Rule(Predicate<SamplingInput> predicate, ComposableSampler sampler) {}
}

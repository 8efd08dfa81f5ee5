package io.heliograph.pipeline;

import io.heliograph.pipeline.SamplingResult.Decision;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.TraceState;
import java.util.function.Supplier;

/**
 * How selective a {@link ComposableSampler} wants to be about a span, without deciding yet.
 *
 * @param threshold how many of 2<sup>56</sup> randomness values are rejected: 0 samples every span,
 *     2<sup>56</sup> none
 * @param adjustedCountReliable whether the threshold tells the span's true sampling probability;
 *     only then is it written to the trace state
 * @param attributes asked for the attributes to add, only if the span is sampled
 * @param traceState changes the parent's trace state; must leave its {@code ot} entry alone
 * @see <a href="https://opentelemetry.io/docs/specs/otel/trace/sdk/#getsamplingintent">Sampling
 *     intent</a>
 */
public record SamplingIntent(
    long threshold,
    boolean adjustedCountReliable,
    Supplier<Attributes> attributes,
    TraceStateProvider traceState) {

  /** Wants no span. */
  public static final SamplingIntent DROP = of(Threshold.REJECT_ALL, false);

  /**
   * Checks the threshold.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public SamplingIntent {
    if (threshold < 0 || threshold > Threshold.REJECT_ALL) {
      throw new IllegalArgumentException("a sampling threshold must be from 0 to 2^56");
    }
  }

  /** An intent that adds no attributes and keeps the trace state. */
  public static SamplingIntent of(long threshold, boolean adjustedCountReliable) {
    return new SamplingIntent(
        threshold, adjustedCountReliable, Attributes::empty, (parent, decision) -> parent);
  }

  /** The same intent with more attributes; these win over equal keys of the intent's own. */
  public SamplingIntent withAttributes(Attributes more) {
    Supplier<Attributes> both = () -> attributes.get().toBuilder().putAll(more).build();
    return new SamplingIntent(threshold, adjustedCountReliable, both, traceState);
  }

  /** Makes a span's trace state from its parent's. */
  @FunctionalInterface
  public interface TraceStateProvider {

    /** The trace state for the decision that was reached. */
    TraceState traceState(TraceState parent, Decision decision);
  }
}

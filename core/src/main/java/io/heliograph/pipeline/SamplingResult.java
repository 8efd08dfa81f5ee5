package io.heliograph.pipeline;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.TraceState;
import org.jspecify.annotations.Nullable;

/**
 * A sampler's decision.
 *
 * @param attributes added to the span if it is recorded
 * @param traceState the span's new trace state, null to keep the parent's
 */
public record SamplingResult(
    Decision decision, Attributes attributes, @Nullable TraceState traceState) {

  /** Neither recorded nor exported. */
  public static final SamplingResult DROP = of(Decision.DROP);

  /** Recorded for processors, not exported. */
  public static final SamplingResult RECORD_ONLY = of(Decision.RECORD_ONLY);

  /** Recorded, exported, and marked as sampled for everybody downstream. */
  public static final SamplingResult RECORD_AND_SAMPLE = of(Decision.RECORD_AND_SAMPLE);

  /** A decision without attributes which keeps the parent's trace state. */
  public static SamplingResult of(Decision decision) {
    return new SamplingResult(decision, Attributes.empty(), null);
  }

  /** The three outcomes of the specification. */
  public enum Decision {
    DROP,
    RECORD_ONLY,
    RECORD_AND_SAMPLE
  }
}

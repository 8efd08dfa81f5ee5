package io.heliograph.pipeline;

import io.heliograph.pipeline.SamplingResult.Decision;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceState;

/**
 * Follows the parent's decision and asks another sampler for root spans. Immutable: each method
 * that replaces a delegate answers a new sampler.
 *
 * <p>The sampling threshold in a remote parent's trace state is removed where it contradicts the
 * decision, because counts estimated from it would be wrong.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/trace/sdk/#parentbased">ParentBased</a>
 */
public final class ParentBasedSampler implements Sampler {

  private final Sampler root;
  private final Sampler remoteParentSampled;
  private final Sampler remoteParentNotSampled;
  private final Sampler localParentSampled;
  private final Sampler localParentNotSampled;

  ParentBasedSampler(
      Sampler root,
      Sampler remoteParentSampled,
      Sampler remoteParentNotSampled,
      Sampler localParentSampled,
      Sampler localParentNotSampled) {
    this.root = root;
    this.remoteParentSampled = remoteParentSampled;
    this.remoteParentNotSampled = remoteParentNotSampled;
    this.localParentSampled = localParentSampled;
    this.localParentNotSampled = localParentNotSampled;
  }

  /** Replaces the sampler for spans whose parent is in another process and sampled. */
  public ParentBasedSampler remoteParentSampled(Sampler sampler) {
    return new ParentBasedSampler(
        root, sampler, remoteParentNotSampled, localParentSampled, localParentNotSampled);
  }

  /** Replaces the sampler for spans whose parent is in another process and not sampled. */
  public ParentBasedSampler remoteParentNotSampled(Sampler sampler) {
    return new ParentBasedSampler(
        root, remoteParentSampled, sampler, localParentSampled, localParentNotSampled);
  }

  /** Replaces the sampler for spans whose parent is in this process and sampled. */
  public ParentBasedSampler localParentSampled(Sampler sampler) {
    return new ParentBasedSampler(
        root, remoteParentSampled, remoteParentNotSampled, sampler, localParentNotSampled);
  }

  /** Replaces the sampler for spans whose parent is in this process and not sampled. */
  public ParentBasedSampler localParentNotSampled(Sampler sampler) {
    return new ParentBasedSampler(
        root, remoteParentSampled, remoteParentNotSampled, localParentSampled, sampler);
  }

  @Override
  public SamplingResult sample(SamplingInput input) {
    SpanContext parent = input.parentSpanContext();
    if (!parent.isValid()) {
      return root.sample(input);
    }
    if (!parent.isRemote()) {
      return (parent.isSampled() ? localParentSampled : localParentNotSampled).sample(input);
    }
    Sampler delegate = parent.isSampled() ? remoteParentSampled : remoteParentNotSampled;
    return consistent(delegate.sample(input), parent.getTraceState(), input);
  }

  /** Only for remote parents: a local parent's trace state went through a sampler of ours. */
  private static SamplingResult consistent(
      SamplingResult result, TraceState state, SamplingInput input) {
    if (state.isEmpty()) {
      return result;
    }
    long threshold = OtelTraceState.threshold(state);
    if (result.traceState() != null || threshold == OtelTraceState.ABSENT) {
      return result;
    }
    boolean sampled = result.decision() == Decision.RECORD_AND_SAMPLE;
    boolean expected = OtelTraceState.randomness(state, input.traceIdLow()) >= threshold;
    return sampled == expected
        ? result
        : new SamplingResult(
            result.decision(), result.attributes(), OtelTraceState.withoutThreshold(state));
  }

  @Override
  public String description() {
    return "ParentBased{root:%s,remoteParentSampled:%s,remoteParentNotSampled:%s,"
            .formatted(
                root.description(),
                remoteParentSampled.description(),
                remoteParentNotSampled.description())
        + "localParentSampled:%s,localParentNotSampled:%s}"
            .formatted(localParentSampled.description(), localParentNotSampled.description());
  }

  @Override
  public String toString() {
    return description();
  }
}

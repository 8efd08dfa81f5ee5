package io.heliograph.pipeline;

import io.opentelemetry.api.common.Attributes;

/** Adds attributes to the spans that another sampler wants. */
record Annotating(Attributes attributes, ComposableSampler delegate) implements ComposableSampler {

  @Override
  public SamplingIntent samplingIntent(SamplingInput input) {
    return delegate.samplingIntent(input).withAttributes(attributes);
  }

  @Override
  public String description() {
    return "ComposableAnnotating{" + attributes + "," + delegate.description() + "}";
  }
}

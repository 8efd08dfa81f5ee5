package io.heliograph.pipeline;

import io.heliograph.pipeline.ComposableSamplers.Rule;
import java.util.List;
import java.util.stream.Collectors;

/** Wants what the first matching rule's sampler wants. */
record RuleBased(List<Rule> rules) implements ComposableSampler {

  RuleBased {
    rules = List.copyOf(rules);
  }

  @Override
  public SamplingIntent samplingIntent(SamplingInput input) {
    for (Rule rule : rules) {
      if (rule.predicate().test(input)) {
        return rule.sampler().samplingIntent(input);
      }
    }
    return SamplingIntent.DROP;
  }

  @Override
  public String description() {
    return rules.stream()
        .map(rule -> rule.sampler().description())
        .collect(Collectors.joining(",", "ComposableRuleBased{", "}"));
  }
}

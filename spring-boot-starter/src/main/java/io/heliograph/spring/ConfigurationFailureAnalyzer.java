package io.heliograph.spring;

import io.heliograph.config.ConfigurationException;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what is wrong with the configuration as Boot shows its own start-up failures. */
final class ConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<ConfigurationException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, ConfigurationException cause) {
    String action =
        cause.problems().stream()
            .map(problem -> "Change %s in %s.".formatted(problem.key(), problem.origin()))
            .distinct()
            .collect(Collectors.joining("\n"));
    return new FailureAnalysis(cause.getMessage(), action, cause);
  }
}

package io.heliograph;

import java.util.List;

/**
 * Whether telemetry arrives, and if not, why not.
 *
 * @param problems one sentence each, without secrets; empty if and only if all is well
 */
public record Health(List<String> problems) {

  /** Copies the list. */
  public Health {
    problems = List.copyOf(problems);
  }

  /** Whether there is no problem. */
  public boolean isHealthy() {
    return problems.isEmpty();
  }
}

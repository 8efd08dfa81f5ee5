package io.heliograph.config;

import io.heliograph.config.ConfigurationException.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a load has to say, collected so that one start tells all of it. */
final class Findings {
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final Set<String> warnings = new LinkedHashSet<>();
  private final Set<String> notices = new LinkedHashSet<>();

  void problem(Problem problem) {
    problems.add(problem);
  }

  /** A value that parsed but does not fit the others. */
  void reject(Resolved<?> resolved, String allowed, @Nullable String maybe) {
    problem(new Problem(resolved.key(), resolved.display(), allowed, resolved.origin(), maybe));
  }

  /** A value that parsed and works, but hardly as intended. */
  void suspect(Resolved<?> resolved, String why) {
    warn("%s = \"%s\" %s", resolved.key(), resolved.display(), why, resolved.origin());
  }

  /**
   * @param parts the arguments of the format, then the origin
   */
  void warn(String format, Object... parts) {
    warnings.add((format + " (from %s)").formatted(parts));
  }

  void notice(String notice) {
    notices.add(notice);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  List<String> notices() {
    return List.copyOf(notices);
  }

  void throwProblems() {
    if (!problems.isEmpty()) {
      throw new ConfigurationException(List.copyOf(problems));
    }
  }
}

package io.heliograph.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reports keys that nobody read, with what their writer probably meant. */
final class UnknownKeys {
  private static final int OTEL_EDITS = 2;

  private final Findings findings;
  private final List<String> keys;
  private final List<String> variables;
  private final Set<String> reported = new HashSet<>();

  /**
   * @param known all settings that were read, those of named destinations included
   */
  UnknownKeys(Findings findings, Iterable<? extends Resolved<?>> known) {
    this.findings = findings;
    this.keys = new ArrayList<>();
    this.variables = new ArrayList<>();
    for (Resolved<?> resolved : known) {
      keys.add(resolved.setting().key());
      String variable = resolved.setting().otelName();
      if (variable != null) {
        variables.add(variable);
      }
    }
  }

  /** A framework may hand over the environment as well: each key is reported once. */
  void report(Layer layer) {
    for (String key : layer.unused()) {
      if (!reported.add(key)) {
        continue;
      }
      if (OtelVariables.isOfOwnServer(Names.environmentForm(key))) {
        findings.warn(
            "%s has no effect: metrics are scraped at the framework's management endpoint, on its"
                + " host and port (Spring Boot: /actuator/heliographmetrics)",
            key, layer.origin(key));
      } else if (layer.rank() == Rank.OTEL) {
        reportOtel(layer, key);
      } else {
        warn(key, nearest(key), layer.origin(key));
      }
    }
  }

  /** The others are none of ours: agents and libraries have variables of that prefix too. */
  private void reportOtel(Layer layer, String key) {
    String variable = Names.environmentForm(key);
    if (OtelVariables.isUnsupported(variable)) {
      findings.warn("%s is not supported and has no effect", key, layer.origin(key));
    } else {
      String nearest = Nearest.of(variable, variables, OTEL_EDITS);
      if (nearest != null) {
        warn(key, inSpellingOf(key, nearest), layer.origin(key));
      }
    }
  }

  private void warn(String key, @Nullable String nearest, String origin) {
    String advice = nearest == null ? "" : ". Maybe " + nearest;
    findings.warn("Unknown key %s%s", key, advice, origin);
  }

  private @Nullable String nearest(String key) {
    if (!Names.isEnvironmentForm(key)) {
      return Nearest.of(key, keys);
    }
    return Nearest.of(key, keys.stream().map(Names::environmentForm).toList());
  }

  private static String inSpellingOf(String key, String variable) {
    return Names.isEnvironmentForm(key) ? variable : Names.dottedForm(variable);
  }
}

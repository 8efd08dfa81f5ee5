package io.heliograph.config;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ${NAME:-default}} in a declarative configuration; section "Environment variable
 * substitution" of the configuration data model.
 */
final class Substitution {
  private static final Pattern DOLLARS =
      Pattern.compile(
          "\\$\\$|\\$\\{(?<valid>(?:env:)?(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::-(?<default>[^}\\n]*))?)}"
              + "|\\$\\{[^}\\n]*}");

  private final Map<String, String> environment;

  Substitution(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Values of variables are not substituted again; one that is unset or empty is its default. */
  String apply(String text) throws BadValue {
    Matcher matcher = DOLLARS.matcher(text);
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(result, Matcher.quoteReplacement(replacement(matcher)));
    }
    return matcher.appendTail(result).toString();
  }

  private String replacement(Matcher matcher) throws BadValue {
    if (matcher.group().equals("$$")) {
      return "$";
    }
    if (matcher.group("valid") == null) {
      throw new BadValue();
    }
    String value = environment.getOrDefault(matcher.group("name"), "");
    String byDefault = matcher.group("default");
    return value.isEmpty() && byDefault != null ? byDefault : value;
  }
}

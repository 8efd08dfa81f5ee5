package io.heliograph.instrumentation;

/** Normalises keys to environment variable names, by context/env-carriers.md. */
final class EnvironmentNames {

  private EnvironmentNames() {}

  static String normalize(String key) {
    StringBuilder name = new StringBuilder(key.length() + 1);
    if (key.isEmpty() || isDigit(key.charAt(0))) {
      name.append('_');
    }
    for (int i = 0; i < key.length(); i++) {
      name.append(normalize(key.charAt(i)));
    }
    return name.toString();
  }

  static boolean isNormalized(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (normalize(name.charAt(i)) != name.charAt(i)) {
        return false;
      }
    }
    return !name.isEmpty() && !isDigit(name.charAt(0));
  }

  private static char normalize(char c) {
    if (c >= 'a' && c <= 'z') {
      return (char) (c - 'a' + 'A');
    }
    return (c >= 'A' && c <= 'Z') || isDigit(c) ? c : '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

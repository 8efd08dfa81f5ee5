package io.heliograph.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.Map;

/** Loads settings the way a framework does. */
final class Load {
  private Load() {}

  /** Keys and values by turns, all of {@code application.yml}. */
  static Settings properties(String... keysAndValues) {
    return Settings.load(PropertySource.of(map(keysAndValues), "application.yml"), Map.of());
  }

  static Settings environment(String... namesAndValues) {
    return Settings.load(PropertySource.empty(), map(namesAndValues));
  }

  static ConfigurationException failing(String... keysAndValues) {
    return catchThrowableOfType(ConfigurationException.class, () -> properties(keysAndValues));
  }

  static ConfigurationException failingEnvironment(String... namesAndValues) {
    return catchThrowableOfType(ConfigurationException.class, () -> environment(namesAndValues));
  }

  static Map<String, String> map(String... keysAndValues) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}

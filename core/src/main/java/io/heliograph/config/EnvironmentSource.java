package io.heliograph.config;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Environment variables under their own and under dotted names. */
final class EnvironmentSource implements PropertySource {
  private final MapPropertySource variables;

  private EnvironmentSource(MapPropertySource variables) {
    this.variables = variables;
  }

  static EnvironmentSource of(Map<String, String> variables) {
    Map<String, String> present = new HashMap<>(variables);
    present.values().removeIf(String::isBlank);
    return new EnvironmentSource(
        MapPropertySource.of(present, name -> "environment variable " + name));
  }

  @Override
  public @Nullable Property find(String key) {
    Property exact = variables.find(key);
    return exact != null ? exact : variables.find(Names.environmentForm(key));
  }

  @Override
  public Iterable<String> keys() {
    return variables.keys();
  }
}

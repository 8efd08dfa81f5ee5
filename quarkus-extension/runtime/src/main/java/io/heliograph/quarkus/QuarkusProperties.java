package io.heliograph.quarkus;

import io.heliograph.config.Property;
import io.heliograph.config.PropertySource;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Quarkus' properties in Quarkus' precedence, profiles included.
 *
 * <p>Environment variables are found, because in Quarkus they override files, but not listed: a
 * variable's name does not tell its key, and core looks for unknown ones itself.
 */
record QuarkusProperties(SmallRyeConfig config) implements PropertySource {

  @Override
  public @Nullable Property find(String key) {
    ConfigValue found = config.getConfigValue(key);
    String value = found.getValue();
    if (value == null || (isVariable(found) && value.isBlank())) {
      return null;
    }
    return new Property(key, value, Objects.requireNonNullElse(found.getLocation(), "Quarkus"));
  }

  @Override
  public Iterable<String> keys() {
    List<String> keys = new ArrayList<>();
    for (String name : config.getPropertyNames()) {
      boolean ours = name.startsWith("heliograph.") || name.startsWith("otel.");
      if (ours && !isVariable(config.getConfigValue(name))) {
        keys.add(name);
      }
    }
    return keys;
  }

  /** An empty variable is no variable, as OpenTelemetry's specification says. */
  private static boolean isVariable(ConfigValue found) {
    String source = found.getSourceName();
    return source != null && source.startsWith("EnvConfigSource");
  }
}

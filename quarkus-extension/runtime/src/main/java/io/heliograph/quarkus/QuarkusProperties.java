package io.heliograph.quarkus;

import io.heliograph.config.Property;
import io.heliograph.config.PropertySource;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Quarkus' properties in Quarkus' precedence, profiles included.
 *
 * <p>Environment variables are found, because in Quarkus they override files, but not listed: a
 * variable's name does not tell its key, and core looks for unknown ones itself.
 *
 * <p>Quotes in names are ignored: Quarkus puts them around what an application.yml writes with dots
 * in it, so that {@code exporter.otlp:} below {@code heliograph:} would be another key than in
 * other frameworks.
 */
final class QuarkusProperties implements PropertySource {

  private final SmallRyeConfig config;

  /** By key, the names with quotes that mean it. */
  private final Map<String, List<String>> quoted = new HashMap<>();

  QuarkusProperties(SmallRyeConfig config) {
    this.config = config;
    for (String name : config.getPropertyNames()) {
      if (isOurs(name) && name.indexOf('"') >= 0) {
        quoted.computeIfAbsent(unquoted(name), key -> new ArrayList<>()).add(name);
      }
    }
  }

  @Override
  public @Nullable Property find(String key) {
    ConfigValue found = strongest(key);
    String value = found.getValue();
    if (value == null || (isVariable(found) && value.isBlank())) {
      return null;
    }
    return new Property(key, value, Objects.requireNonNullElse(found.getLocation(), "Quarkus"));
  }

  private ConfigValue strongest(String key) {
    ConfigValue strongest = config.getConfigValue(key);
    for (String name : quoted.getOrDefault(key, List.of())) {
      ConfigValue other = config.getConfigValue(name);
      if (strongest.getValue() == null
          || other.getConfigSourceOrdinal() > strongest.getConfigSourceOrdinal()) {
        strongest = other;
      }
    }
    return strongest;
  }

  @Override
  public Iterable<String> keys() {
    List<String> keys = new ArrayList<>();
    for (String name : config.getPropertyNames()) {
      if (isOurs(name) && !isVariable(config.getConfigValue(name))) {
        keys.add(unquoted(name));
      }
    }
    return keys;
  }

  private static boolean isOurs(String name) {
    return name.startsWith("heliograph.") || name.startsWith("otel.");
  }

  private static String unquoted(String name) {
    return name.replace("\"", "");
  }

  /** An empty variable is no variable, as OpenTelemetry's specification says. */
  private static boolean isVariable(ConfigValue found) {
    String source = found.getSourceName();
    return source != null && source.startsWith("EnvConfigSource");
  }
}

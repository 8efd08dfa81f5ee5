package io.heliograph.micronaut;

import io.heliograph.config.Property;
import io.heliograph.config.PropertySource;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertyEntry;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Micronaut's properties in Micronaut's precedence.
 *
 * <p>Environment variables are found, because in Micronaut they override files, but not listed: a
 * variable's name does not tell its key, and core looks for unknown ones itself.
 */
record MicronautProperties(Environment environment) implements PropertySource {

  @Override
  public @Nullable Property find(String key) {
    String value = environment.getProperty(key, String.class).orElse(null);
    if (value == null) {
      return null;
    }
    PropertyEntry entry = environment.getPropertyEntry(key).orElse(null);
    return new Property(key, value, entry == null ? "Micronaut" : entry.origin().location());
  }

  @Override
  public Iterable<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    for (io.micronaut.context.env.PropertySource source : environment.getPropertySources()) {
      if (source.getConvention() != PropertyConvention.ENVIRONMENT_VARIABLE) {
        for (String name : source) {
          if (name.startsWith("heliograph.") || name.startsWith("otel.")) {
            keys.add(name);
          }
        }
      }
    }
    return keys;
  }
}

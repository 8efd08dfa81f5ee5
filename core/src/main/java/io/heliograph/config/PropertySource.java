package io.heliograph.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What a framework hands over: a look-up in its own properties, in the framework's own precedence.
 *
 * <p>A list is one comma separated value or indexed keys ({@code heliograph.propagators[0]}); a map
 * is one {@code a=b,c=d} value or sub keys ({@code heliograph.resource.attributes.team}). Read once
 * at start-up by one thread; implementations need not be thread-safe.
 */
public interface PropertySource {

  /**
   * Returns the property, or null when this source has none of that name.
   *
   * @param key in the catalogue's spelling, or as {@link #keys()} listed it
   */
  @Nullable Property find(String key);

  /** All known keys that start with {@code heliograph.} or {@code otel.}, or their upper forms. */
  Iterable<String> keys();

  /** Returns a source over a copy of the map, in which every value has the same origin. */
  static PropertySource of(Map<String, String> properties, String origin) {
    return MapPropertySource.of(properties, key -> origin);
  }

  /** Returns a source without any property. */
  static PropertySource empty() {
    return of(Map.of(), "");
  }

  /** Returns a source over a copy of the system properties. */
  static PropertySource systemProperties(Properties properties) {
    Map<String, String> copy = new HashMap<>();
    for (String name : properties.stringPropertyNames()) {
      copy.put(name, properties.getProperty(name));
    }
    return MapPropertySource.of(copy, name -> "system property " + name);
  }

  /**
   * Returns a source over a copy of environment variables: {@code otel.service.name} finds {@code
   * OTEL_SERVICE_NAME}. An empty variable is no variable, as the specification says.
   */
  static PropertySource environment(Map<String, String> variables) {
    return EnvironmentSource.of(variables);
  }
}

package io.heliograph.config;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Properties that are fully known, sorted so that reports come in the same order every time. */
final class MapPropertySource implements PropertySource {
  private final Map<String, Property> properties = new TreeMap<>();

  private MapPropertySource() {}

  static MapPropertySource of(Map<String, String> properties, UnaryOperator<String> origin) {
    MapPropertySource source = new MapPropertySource();
    properties.forEach(
        (key, value) -> {
          if (Names.isOurs(key)) {
            source.properties.put(key, new Property(key, value, origin.apply(key)));
          }
        });
    return source;
  }

  @Override
  public @Nullable Property find(String key) {
    return properties.get(key);
  }

  @Override
  public Iterable<String> keys() {
    return properties.keySet();
  }
}

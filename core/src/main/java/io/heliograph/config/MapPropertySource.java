package io.heliograph.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Properties that are fully known, sorted so that reports come in the same order every time. */
final class MapPropertySource implements PropertySource {
  private final Map<String, Property> properties = new TreeMap<>();

  /** Keys outside the two key spaces are left out. */
  MapPropertySource(Collection<Property> properties) {
    for (Property property : properties) {
      if (Names.isOurs(property.key())) {
        this.properties.put(property.key(), property);
      }
    }
  }

  static MapPropertySource of(Map<String, String> values, UnaryOperator<String> origin) {
    List<Property> properties = new ArrayList<>();
    for (Map.Entry<String, String> entry : values.entrySet()) {
      String key = entry.getKey();
      properties.add(new Property(key, entry.getValue(), origin.apply(key)));
    }
    return new MapPropertySource(properties);
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

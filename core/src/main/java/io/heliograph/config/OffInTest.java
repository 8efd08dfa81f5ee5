package io.heliograph.config;

import org.jspecify.annotations.Nullable;

/** A framework's properties, and above them one that switches the engine off. */
record OffInTest(PropertySource properties) implements PropertySource {

  static final String ORIGIN = "Heliograph is off in tests";

  @Override
  public @Nullable Property find(String key) {
    return key.equals(EngineSettings.SDK_DISABLED.key())
        ? new Property(key, "true", ORIGIN)
        : properties.find(key);
  }

  @Override
  public Iterable<String> keys() {
    return properties.keys();
  }
}

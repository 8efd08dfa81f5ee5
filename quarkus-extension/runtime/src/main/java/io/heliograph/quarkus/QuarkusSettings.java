package io.heliograph.quarkus;

import io.heliograph.config.ConfigurationException;
import io.heliograph.config.EngineSettings;
import io.heliograph.config.InstrumentationSettings;
import io.heliograph.config.Property;
import io.heliograph.config.PropertySource;
import io.heliograph.config.ResourceSettings;
import io.heliograph.config.Settings;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The settings of one application. */
final class QuarkusSettings {

  static final String OFF_IN_TESTS = "Heliograph is off in tests";

  private static final String TEST = "test";

  private QuarkusSettings() {}

  /**
   * Loads them; in tests the engine is off unless {@link EngineSettings#TEST_ENABLED} says
   * otherwise.
   *
   * @param excludedPaths of which Quarkus itself knows that nobody wants to see them
   */
  static Settings load(String applicationName, String excludedPaths) {
    PropertySource properties =
        new QuarkusProperties(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class));
    PropertySource proposals =
        PropertySource.of(
            Map.of(
                ResourceSettings.SERVICE_NAME.key(), applicationName,
                InstrumentationSettings.HTTP_SERVER_EXCLUDED_PATHS.key(), excludedPaths),
            "Quarkus' own properties");
    try {
      Settings settings = Settings.load(properties, System.getenv(), proposals);
      return isTest() && !settings.get(EngineSettings.TEST_ENABLED)
          ? Settings.load(new Off(properties), System.getenv(), proposals)
          : settings;
    } catch (ConfigurationException invalid) {
      throw new io.quarkus.runtime.configuration.ConfigurationException(
          invalid.getMessage(), invalid);
    }
  }

  static boolean isOffInTests(Settings settings) {
    return settings.origin(EngineSettings.SDK_DISABLED).equals(OFF_IN_TESTS);
  }

  private static boolean isTest() {
    return LaunchMode.current() == LaunchMode.TEST || ConfigUtils.isProfileActive(TEST);
  }

  private record Off(PropertySource properties) implements PropertySource {

    @Override
    public @Nullable Property find(String key) {
      return key.equals(EngineSettings.SDK_DISABLED.key())
          ? new Property(key, "true", OFF_IN_TESTS)
          : properties.find(key);
    }

    @Override
    public Iterable<String> keys() {
      return properties.keys();
    }
  }
}

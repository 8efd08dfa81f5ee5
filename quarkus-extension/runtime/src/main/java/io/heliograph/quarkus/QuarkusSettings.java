package io.heliograph.quarkus;

import io.heliograph.config.ConfigurationException;
import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** The settings of one application. */
final class QuarkusSettings {

  private static final String TEST = "test";

  private QuarkusSettings() {}

  /**
   * Loads them.
   *
   * @param proposals what Quarkus knows better than a default
   */
  static Settings load(Map<String, String> proposals) {
    PropertySource properties =
        new QuarkusProperties(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class));
    PropertySource proposed = PropertySource.of(proposals, "Quarkus' own properties");
    try {
      return LaunchMode.current() == LaunchMode.TEST || ConfigUtils.isProfileActive(TEST)
          ? Settings.loadInTest(properties, System.getenv(), proposed)
          : Settings.load(properties, System.getenv(), proposed);
    } catch (ConfigurationException invalid) {
      throw new io.quarkus.runtime.configuration.ConfigurationException(
          invalid.getMessage(), invalid);
    }
  }
}

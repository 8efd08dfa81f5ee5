package io.heliograph.spring;

import io.heliograph.config.Settings;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/** The settings of one application, loaded once, by whoever needs them first. */
final class SpringSettings {

  private static final String BEAN_NAME = "heliographSettings";

  private SpringSettings() {}

  /**
   * Loads the settings and keeps them as a bean.
   *
   * @throws io.heliograph.config.ConfigurationException with all invalid values at once
   */
  static Settings of(ConfigurableListableBeanFactory beans, Environment environment) {
    if (beans.getSingleton(BEAN_NAME) instanceof Settings known) {
      return known;
    }
    Settings settings = load((ConfigurableEnvironment) environment);
    beans.registerSingleton(BEAN_NAME, settings);
    return settings;
  }

  static Settings load(ConfigurableEnvironment environment) {
    return Settings.load(
        new SpringPropertySource(environment), System.getenv(), Proposals.of(environment));
  }
}

package io.heliograph.spring;

import io.heliograph.config.EngineSettings;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Switches the engine off in the contexts of Spring's test support, unless {@link
 * EngineSettings#TEST_ENABLED} says otherwise. Loaded by spring-test alone.
 */
final class OffInTests implements ContextCustomizerFactory {

  /** The name of the property source; a constant, so that nobody who asks for it loads this. */
  static final String ORIGIN = "Heliograph is off in tests";

  @Override
  public ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    return new Switch();
  }

  /** All are equal, so that contexts are shared between tests as without it. */
  private record Switch() implements ContextCustomizer {

    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
      ConfigurableEnvironment environment = context.getEnvironment();
      if (!SpringSettings.load(environment).get(EngineSettings.TEST_ENABLED)) {
        environment
            .getPropertySources()
            .addFirst(
                new MapPropertySource(ORIGIN, Map.of(EngineSettings.SDK_DISABLED.key(), "true")));
      }
    }
  }
}

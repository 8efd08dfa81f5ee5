package io.heliograph.spring;

import io.heliograph.Heliograph;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;

/**
 * Adds the health indicator as a bean of the running Boot's own type: its package differs between
 * Boot 3 and 4, and no artifact has both to compile against.
 */
final class HealthIndicatorRegistrar implements ImportBeanDefinitionRegistrar {

  static final String BOOT_4 = "org.springframework.boot.health.contributor.";
  static final String BOOT_3 = "org.springframework.boot.actuate.health.";

  private static final String BEAN_NAME = "heliographHealthIndicator";

  private final BeanFactory beans;
  private final Environment environment;

  HealthIndicatorRegistrar(BeanFactory beans, Environment environment) {
    this.beans = beans;
    this.environment = environment;
  }

  @Override
  public void registerBeanDefinitions(
      AnnotationMetadata importing, BeanDefinitionRegistry registry) {
    if (isEnabled() && !registry.containsBeanDefinition(BEAN_NAME)) {
      ClassLoader loader = HealthIndicatorRegistrar.class.getClassLoader();
      String boot = ClassUtils.isPresent(BOOT_4 + "HealthIndicator", loader) ? BOOT_4 : BOOT_3;
      Class<?> type = ClassUtils.resolveClassName(boot + "HealthIndicator", loader);
      Class<?> health = ClassUtils.resolveClassName(boot + "Health", loader);
      registry.registerBeanDefinition(BEAN_NAME, definition(type, health));
    }
  }

  /** As Boot decides on its own indicators. */
  private boolean isEnabled() {
    boolean usual =
        environment.getProperty("management.health.defaults.enabled", Boolean.class, true);
    return environment.getProperty("management.health.heliograph.enabled", Boolean.class, usual);
  }

  private <T> RootBeanDefinition definition(Class<T> type, Class<?> health) {
    return new RootBeanDefinition(
        type,
        () ->
            HealthIndicatorProxy.create(
                type, health, beans.getBean(Heliograph.class)::diagnostics));
  }
}

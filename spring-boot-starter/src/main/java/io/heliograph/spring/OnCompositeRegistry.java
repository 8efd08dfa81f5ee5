package io.heliograph.spring;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;

/**
 * Whether a further registry breaks nothing: Boot puts a composite before all of them, and where
 * Boot's metrics are not there, an application's own registry has to stay the only one to inject.
 */
final class OnCompositeRegistry extends AnyNestedCondition {

  static final String BOOT_4 =
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration";

  static final String BOOT_3 =
      "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration";

  OnCompositeRegistry() {
    super(ConfigurationPhase.REGISTER_BEAN);
  }

  @ConditionalOnClass(name = BOOT_4)
  static final class Boot4 {}

  @ConditionalOnClass(name = BOOT_3)
  static final class Boot3 {}

  @ConditionalOnMissingBean(MeterRegistry.class)
  static final class NoOther {}
}

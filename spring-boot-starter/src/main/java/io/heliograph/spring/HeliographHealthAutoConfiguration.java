package io.heliograph.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;

/** Shows the state of telemetry as {@code heliograph} among the health of the application. */
@AutoConfiguration(after = HeliographAutoConfiguration.class)
@ConditionalOnPart
@Conditional(HeliographHealthAutoConfiguration.OnHealthIndicator.class)
@Import(HealthIndicatorRegistrar.class)
public final class HeliographHealthAutoConfiguration {

  HeliographHealthAutoConfiguration() {}

  /** Boot's health, in either place. */
  static final class OnHealthIndicator extends AnyNestedCondition {

    OnHealthIndicator() {
      super(ConfigurationPhase.PARSE_CONFIGURATION);
    }

    @ConditionalOnClass(name = HealthIndicatorRegistrar.BOOT_4 + "HealthIndicator")
    static final class Boot4 {}

    @ConditionalOnClass(name = HealthIndicatorRegistrar.BOOT_3 + "HealthIndicator")
    static final class Boot3 {}
  }
}

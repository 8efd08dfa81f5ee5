package io.heliograph.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Import;

/** Shows the state of telemetry as {@code heliograph} among the health of the application. */
@AutoConfiguration(after = HeliographAutoConfiguration.class)
@ConditionalOnClass(name = HealthIndicatorRegistrar.BOOT_4 + "HealthIndicator")
@ConditionalOnPart
@Import(HealthIndicatorRegistrar.class)
public final class HeliographHealthAutoConfiguration {

  HeliographHealthAutoConfiguration() {}
}

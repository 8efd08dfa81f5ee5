package io.heliograph.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Import;

/**
 * The same as {@link HeliographHealthAutoConfiguration}, where Boot 3 has its health. Apart,
 * because Boot leaves out unread what lacks a class, but not what lacks two.
 */
@AutoConfiguration(after = HeliographAutoConfiguration.class)
@ConditionalOnClass(name = HealthIndicatorRegistrar.BOOT_3 + "HealthIndicator")
@ConditionalOnPart
@Import(HealthIndicatorRegistrar.class)
public final class HeliographBoot3HealthAutoConfiguration {

  HeliographBoot3HealthAutoConfiguration() {}
}

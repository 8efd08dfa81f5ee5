package io.heliograph.spring;

import io.heliograph.Heliograph;
import io.heliograph.StartUpFindings;
import io.heliograph.config.Part;
import io.heliograph.instrumentation.JvmMetrics;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** Records the metrics of the Java virtual machine, until the context is closed. */
@AutoConfiguration(after = HeliographAutoConfiguration.class)
@ConditionalOnPart(Part.JVM)
public final class HeliographJvmAutoConfiguration {

  HeliographJvmAutoConfiguration() {}

  /** Nobody injects it, so that an application that is lazy everywhere would never have it. */
  @Bean
  @Lazy(false)
  JvmMetrics heliographJvmMetrics(Heliograph heliograph, StartUpFindings findings) {
    findings.found(Part.JVM, "metrics");
    return JvmMetrics.register(heliograph.openTelemetry(), heliograph.settings());
  }
}

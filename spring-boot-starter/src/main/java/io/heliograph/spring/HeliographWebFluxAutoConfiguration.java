package io.heliograph.spring;

import io.heliograph.Heliograph;
import io.heliograph.StartUpFindings;
import io.heliograph.config.Part;
import io.heliograph.instrumentation.HttpServerInstrumentation;
import io.heliograph.instrumentation.HttpServerOptions;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.DispatcherHandler;

/** Records the requests that a reactive application serves. */
@AutoConfiguration(after = HeliographAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(DispatcherHandler.class)
@ConditionalOnPart(Part.HTTP_SERVER)
public final class HeliographWebFluxAutoConfiguration {

  HeliographWebFluxAutoConfiguration() {}

  @Bean
  WebFluxTracingFilter heliographWebFilter(Heliograph heliograph, StartUpFindings findings) {
    findings.found(Part.HTTP_SERVER, "Spring WebFlux");
    return new WebFluxTracingFilter(
        new HttpServerInstrumentation<>(
            heliograph.openTelemetry(),
            HttpServerOptions.from(heliograph.settings()),
            new WebFluxAdapter()));
  }
}

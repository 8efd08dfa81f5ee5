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
import org.springframework.web.servlet.DispatcherServlet;

/** Records the requests that a servlet application serves. */
@AutoConfiguration(after = HeliographAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(DispatcherServlet.class)
@ConditionalOnPart(Part.HTTP_SERVER)
public final class HeliographWebMvcAutoConfiguration {

  HeliographWebMvcAutoConfiguration() {}

  @Bean
  ServletTracingFilter heliographServletFilter(Heliograph heliograph, StartUpFindings findings) {
    findings.found(Part.HTTP_SERVER, "Spring MVC");
    return new ServletTracingFilter(
        new HttpServerInstrumentation<>(
            heliograph.openTelemetry(),
            HttpServerOptions.from(heliograph.settings()),
            new ServletAdapter()));
  }

  @Bean
  ServletRequestEnd heliographRequestEnd() {
    return new ServletRequestEnd();
  }
}

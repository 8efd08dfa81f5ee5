package io.heliograph.spring;

import io.heliograph.Heliograph;
import io.heliograph.StartUpFindings;
import io.heliograph.config.Part;
import io.heliograph.instrumentation.HttpServerInstrumentation;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.DispatcherServlet;

/** Records the requests that a servlet application serves. */
@AutoConfiguration(after = HeliographAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(DispatcherServlet.class)
@ConditionalOnPart(Part.HTTP_SERVER)
public final class HeliographWebMvcAutoConfiguration {

  HeliographWebMvcAutoConfiguration() {}

  /**
   * After what makes a request of forwarded headers, before everything else. Not for forwards and
   * includes, which are the work of a request that is here already.
   */
  @Bean
  FilterRegistrationBean<ServletTracingFilter> heliographServletFilter(
      Heliograph heliograph, StartUpFindings findings) {
    findings.found(Part.HTTP_SERVER, "Spring MVC");
    FilterRegistrationBean<ServletTracingFilter> registration =
        new FilterRegistrationBean<>(
            new ServletTracingFilter(
                HttpServerInstrumentation.of(heliograph, new ServletAdapter())));
    registration.setDispatcherTypes(
        DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return registration;
  }

  @Bean
  ServletRequestEnd heliographRequestEnd() {
    return new ServletRequestEnd();
  }
}

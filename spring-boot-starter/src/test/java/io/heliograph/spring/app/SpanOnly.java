package io.heliograph.spring.app;

import io.opentelemetry.api.OpenTelemetry;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** An application that makes one span and logs nothing that would be exported. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class SpanOnly {

  /** Starts it, makes the span and stops it. */
  public static void main(String... arguments) {
    if (LoggerFactory.getILoggerFactory().getClass().getName().startsWith("ch.qos.logback")) {
      throw new IllegalStateException("Logback is there");
    }
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(SpanOnly.class)
            .web(WebApplicationType.NONE)
            .properties(
                "spring.datasource.url=jdbc:h2:mem:span-only", "spring.main.banner-mode=off")
            .run(arguments)) {
      context
          .getBean(OpenTelemetry.class)
          .getTracer("test")
          .spanBuilder("without Logback")
          .startSpan()
          .end();
    }
  }
}

package io.heliograph.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

/** What an operator reads when a value is wrong. */
@ExtendWith(OutputCaptureExtension.class)
class StartFailuresTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "heliograph.bsp.max.queue.size       | many",
        "heliograph.exporter.otlp.protocol   | http/xml",
        "heliograph.exporter.otlp.traces.endpoint | receiver",
        "heliograph.traces.sampler           | sometimes",
        "heliograph.jdbc.enabled             | perhaps",
        "heliograph.exporter.otlp.certificate | /nowhere/ca.pem"
      })
  void nameKeyValueAndOrigin(String key, String value, CapturedOutput output) {
    Throwable thrown =
        catchThrowable(
            () ->
                start("heliograph.exporter.otlp.endpoint=https://127.0.0.1:1", key + "=" + value));

    assertThat(thrown).isNotNull();
    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains(key)
        .contains(value)
        .contains("must be")
        .contains("Change " + key + " in ");
  }

  @Test
  void nameAllWrongValuesAtOnce(CapturedOutput output) {
    catchThrowable(
        () ->
            start(
                "heliograph.bsp.max.queue.size=many", "heliograph.traces.exporter=carrier-pigeon"));

    assertThat(output).contains("2 problem(s)").contains("\"many\"").contains("carrier-pigeon");
  }

  @Test
  void doNotShowSecrets(CapturedOutput output) {
    catchThrowable(() -> start("heliograph.exporter.otlp.headers=canary-4711"));

    assertThat(output).contains("APPLICATION FAILED TO START").doesNotContain("canary-4711");
  }

  private static void start(String... properties) {
    String[] all = Arrays.copyOf(properties, properties.length + 1);
    all[properties.length] = "spring.main.banner-mode=off";
    new SpringApplicationBuilder(Empty.class)
        .web(WebApplicationType.NONE)
        .run(Arrays.stream(all).map(property -> "--" + property).toArray(String[]::new))
        .close();
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    HeliographAutoConfiguration.class,
    HeliographJdbcAutoConfiguration.class
  })
  static class Empty {}
}

package io.heliograph.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Heliograph;
import io.opentelemetry.api.OpenTelemetry;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

class OffInTestsTest {

  @Nested
  @SpringBootTest(
      classes = Application.class,
      webEnvironment = SpringBootTest.WebEnvironment.NONE,
      properties = "heliograph.exporter.otlp.endpoint=http://127.0.0.1:1")
  class UnlessAskedFor {

    @Test
    void nothingIsRecorded(@Autowired OpenTelemetry api, @Autowired Heliograph engine) {
      assertThat(api.getTracer("t").spanBuilder("s").startSpan().isRecording()).isFalse();
      assertThat(engine.destinations()).isEmpty();
      LogbackState.assertNothingIsLeft();
    }
  }

  @Nested
  @SpringBootTest(
      classes = Application.class,
      webEnvironment = SpringBootTest.WebEnvironment.NONE,
      properties = "heliograph.test.enabled=true")
  class WhenAskedFor {

    @Test
    void itIsOn(@Autowired OpenTelemetry api) {
      assertThat(api.getTracer("t").spanBuilder("s").startSpan().isRecording()).isTrue();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration(HeliographAutoConfiguration.class)
  static class Application {}
}

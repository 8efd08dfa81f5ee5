package io.heliograph.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JaegerSettingsTest {

  @Test
  void readsAllKeys() {
    JaegerSettings settings =
        JaegerSettings.parse(
            " endpoint=http://jaeger:14250 , pollingIntervalMs=5000,initialSamplingRate=0.25");

    assertThat(settings.endpoint()).hasToString("http://jaeger:14250/sampling");
    assertThat(settings.pollingInterval()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.initial().description()).isEqualTo("TraceIdRatioBased{0.250000}");
  }

  @Test
  void hasDefaults() {
    JaegerSettings settings = JaegerSettings.parse(null);

    assertThat(settings.endpoint()).hasToString("http://localhost:5778/sampling");
    assertThat(settings.pollingInterval()).isEqualTo(Duration.ofMinutes(1));
    assertThat(settings.initial().description()).isEqualTo("TraceIdRatioBased{0.001000}");
  }

  @ParameterizedTest
  @CsvSource({
    "http://jaeger:5778/, http://jaeger:5778/sampling",
    "https://jaeger:14268/api/sampling, https://jaeger:14268/api/sampling"
  })
  void keepsThePathOfAnEndpointThatHasOne(String given, String expected) {
    assertThat(JaegerSettings.parse("endpoint=" + given).endpoint()).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "endpoint",
        "endpoint=",
        "endpoint=localhost:5778",
        "endpoint=ftp://localhost",
        "endpoint=http://",
        "endpoint=http://a b",
        "endpoint=http://localhost#x",
        "endpoint=http://localhost,endpoint=http://localhost",
        "endpoint=http://localhost,",
        "pollingIntervalMs=0",
        "pollingIntervalMs=1s",
        "initialSamplingRate=2",
        "initialSamplingRate=half",
        "pollingInterval=1",
        ","
      })
  void saysWhatIsAllowed(String arg) {
    assertThatThrownBy(() -> JaegerSettings.parse(arg))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("endpoint=<http or https URL>")
        .hasMessageContaining("pollingIntervalMs=<whole number from 1>")
        .hasMessageContaining("initialSamplingRate=<number from 0 to 1>");
  }
}

package io.heliograph.internal.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The build runs these tests against the API that it says it does. */
class ApiVersionTest {

  @ParameterizedTest
  @ValueSource(classes = {OpenTelemetry.class, Context.class})
  void theApiUnderTestIsTheOneThatTheBuildNames(Class<?> type) {
    String version = System.getProperty("expected.opentelemetry.version");
    assertThat(type.getProtectionDomain().getCodeSource().getLocation().getPath())
        .endsWith("-" + version + ".jar");
  }
}

package io.heliograph.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.QuarkusUnitTest;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BadValueTest {

  @RegisterExtension
  static final QuarkusUnitTest APPLICATION =
      new QuarkusUnitTest()
          .withEmptyApplication()
          .overrideRuntimeConfigKey("heliograph.metric.export.interval", "soon")
          .assertException(
              failure ->
                  assertThat(failure)
                      .isInstanceOf(ConfigurationException.class)
                      .hasMessageContaining("heliograph.metric.export.interval")
                      .hasMessageContaining("soon"));

  @Test
  void doesNotStart() {
    Assertions.fail("the application was started");
  }
}

package io.heliograph.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OtherTelemetryTest {

  @RegisterExtension
  static final QuarkusUnitTest APPLICATION =
      new QuarkusUnitTest()
          .withEmptyApplication()
          .setForcedDependencies(
              List.of(Dependency.of("io.quarkus", "quarkus-opentelemetry", Version.getVersion())))
          .assertException(
              failure ->
                  assertThat(failure)
                      .hasStackTraceContaining("has both heliograph-quarkus and")
                      .hasStackTraceContaining("Remove the dependency"));

  @Test
  void isNotBuiltWithBothExtensions() {
    Assertions.fail("the application was built");
  }
}

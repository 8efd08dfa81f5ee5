package io.heliograph.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Heliograph;
import io.heliograph.HeliographCustomizer;
import io.heliograph.Traced;
import io.heliograph.export.InMemoryExporter;
import io.heliograph.export.ReadableSpan;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OwnOpenTelemetryTest {

  @RegisterExtension
  static final QuarkusUnitTest APPLICATION =
      new QuarkusUnitTest()
          .withApplicationRoot(jar -> jar.addClasses(Own.class, Work.class))
          .overrideRuntimeConfigKey("heliograph.test.enabled", "true");

  @Singleton
  static class Own {

    @Produces
    @Singleton
    OpenTelemetry own() {
      return OpenTelemetry.noop();
    }

    @Produces
    @Singleton
    InMemoryExporter<ReadableSpan> recorded() {
      return new InMemoryExporter<>();
    }

    @Produces
    @Singleton
    HeliographCustomizer inMemory(InMemoryExporter<ReadableSpan> recorded) {
      return builder -> builder.exporter("memory", recorded);
    }
  }

  @Singleton
  static class Work {

    @Traced("work")
    void work() {}
  }

  @Inject OpenTelemetry openTelemetry;
  @Inject Heliograph heliograph;
  @Inject InMemoryExporter<ReadableSpan> recorded;
  @Inject Work work;

  @Test
  void takesThePlaceOfOursWhereItIsInjectedAndNowhereElse() {
    work.work();

    assertThat(openTelemetry).isSameAs(OpenTelemetry.noop());
    assertThat(heliograph.flush()).isTrue();
    assertThat(recorded.items()).extracting(ReadableSpan::name).containsExactly("work");
  }
}

package io.heliograph.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Heliograph;
import io.heliograph.HeliographCustomizer;
import io.heliograph.Traced;
import io.heliograph.export.InMemoryExporter;
import io.heliograph.export.ReadableSpan;
import io.micrometer.core.annotation.Timed;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MicrometerTest {

  @RegisterExtension
  static final QuarkusUnitTest APPLICATION =
      new QuarkusUnitTest()
          .withApplicationRoot(jar -> jar.addClasses(Customizers.class, Work.class))
          .setForcedDependencies(
              List.of(Dependency.of("io.quarkus", "quarkus-micrometer", Version.getVersion())))
          .overrideRuntimeConfigKey("heliograph.test.enabled", "true")
          .overrideRuntimeConfigKey("heliograph.metrics.exporter", "prometheus");

  @Singleton
  static class Customizers {

    @Produces
    @Singleton
    ObservationRegistry observations() {
      return ObservationRegistry.create();
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

    @Inject ObservationRegistry observations;

    @Timed("parcel.packing")
    void pack() {}

    @Traced("outside")
    void observed() {
      Observation.createNotStarted("packing", observations).observe(this::pack);
    }
  }

  @Inject Heliograph heliograph;
  @Inject InMemoryExporter<ReadableSpan> recorded;
  @Inject Work work;

  @Test
  void aTimedMethodIsAHistogram() {
    work.pack();

    assertThat(scrape()).contains("parcel_packing_seconds_count{");
  }

  @Test
  void anObservationIsASpanBelowWhatIsCurrent() {
    work.observed();

    assertThat(heliograph.flush()).isTrue();
    assertThat(recorded.items())
        .extracting(ReadableSpan::name)
        .containsExactly("packing", "outside");
    assertThat(recorded.items().get(0).parentSpanContext().getSpanId())
        .isEqualTo(recorded.items().get(1).spanContext().getSpanId());
  }

  private String scrape() {
    return new String(
        Objects.requireNonNull(heliograph.scrape("text/plain")).body(), StandardCharsets.UTF_8);
  }
}

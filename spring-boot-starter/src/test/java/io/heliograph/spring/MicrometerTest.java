package io.heliograph.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Diagnostics;
import io.heliograph.Heliograph;
import io.heliograph.micrometer.HeliographMeterRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MicrometerTest {

  /** As far as they are there: Boot 4 and Boot 3 keep them in different packages. */
  private static final AutoConfigurations BOOT =
      AutoConfigurations.of(
          BootClasses.find("metrics.MetricsAutoConfiguration"),
          BootClasses.find("metrics.CompositeMeterRegistryAutoConfiguration"),
          BootClasses.find("metrics.export.simple.SimpleMetricsExportAutoConfiguration"),
          BootClasses.find("observation.ObservationAutoConfiguration"));

  private final ApplicationContextRunner plain =
      new ApplicationContextRunner()
          .withConfiguration(HeliographAutoConfigurationTest.ALL)
          .withUserConfiguration(Recording.class);

  private final ApplicationContextRunner boot = plain.withConfiguration(BOOT);

  @Test
  void isTheRegistryWhereThereIsNoOther() {
    plain.run(
        context ->
            assertThat(context.getBean(MeterRegistry.class))
                .isInstanceOf(HeliographMeterRegistry.class));
  }

  @Test
  void takesThePlaceOfBootsOwnSimpleRegistry() {
    boot.run(
        context ->
            assertThat(context)
                .hasSingleBean(HeliographMeterRegistry.class)
                .doesNotHaveBean(SimpleMeterRegistry.class)
                .hasSingleBean(MeterRegistry.class));
  }

  @Test
  void standsBesideOthersBehindBootsComposite() {
    boot.withBean("other", SimpleMeterRegistry.class, SimpleMeterRegistry::new)
        .run(
            context -> {
              MeterRegistry injected = context.getBean(MeterRegistry.class);
              injected.counter("orders").increment();
              injected.timer("http.server.requests").record(() -> {});

              assertThat(injected).isInstanceOf(CompositeMeterRegistry.class);
              assertThat(context.getBean(HeliographMeterRegistry.class).getMeters()).hasSize(1);
              assertThat(context.getBean(SimpleMeterRegistry.class).getMeters()).hasSize(2);
            });
  }

  @Test
  void leavesTheOnlyRegistryOfAnApplicationWithoutBootsMetricsAlone() {
    plain
        .withClassLoader(
            new FilteredClassLoader(
                name -> name.endsWith("CompositeMeterRegistryAutoConfiguration")))
        .withBean("other", SimpleMeterRegistry.class, SimpleMeterRegistry::new)
        .run(
            context ->
                assertThat(context.getBean(MeterRegistry.class))
                    .isInstanceOf(SimpleMeterRegistry.class));
  }

  @Test
  void makesSpansOfObservationsInEveryRegistryThatIsABean() {
    plain
        .withBean("first", ObservationRegistry.class, ObservationRegistry::create)
        .withBean("second", ObservationRegistry.class, ObservationRegistry::create)
        .run(
            context -> {
              for (String name : new String[] {"first", "second"}) {
                Observation.createNotStarted(
                        "in " + name, context.getBean(name, ObservationRegistry.class))
                    .observe(() -> {});
              }

              assertThat(Recording.span(context, "in first")).isNotNull();
              assertThat(Recording.span(context, "in second")).isNotNull();
            });
  }

  @Test
  void makesOneSpanInBootsRegistryAndTimesItInside() {
    boot.run(
        context -> {
          Observation.createNotStarted("pay", context.getBean(ObservationRegistry.class))
              .observe(() -> {});

          assertThat(Recording.spans(context)).hasSize(1);
          assertThat(context.getBean(MeterRegistry.class).get("pay").timer().count()).isEqualTo(1);
        });
  }

  @Test
  void leavesObservationsToMicrometerTracing() {
    plain
        .withBean("otherTracer", Tracer.class, () -> Tracer.NOOP)
        .withBean(ObservationRegistry.class, ObservationRegistry::create)
        .run(
            context -> {
              Observation.createNotStarted("pay", context.getBean(ObservationRegistry.class))
                  .observe(() -> {});

              assertThat(Recording.spans(context)).isEmpty();
              assertThat(coverage(context).notInstrumented().get("Micrometer observations"))
                  .contains("Micrometer Tracing");
            });
  }

  @Test
  void doesNotTakeBootsTracerThatDoesNothingForAnother() {
    try (JulLog log = new JulLog()) {
      plain
          .withBean("noopTracer", Tracer.class, () -> Tracer.NOOP)
          .withBean(ObservationRegistry.class, ObservationRegistry::create)
          .run(
              context -> {
                Observation.createNotStarted("pay", context.getBean(ObservationRegistry.class))
                    .observe(() -> {});

                assertThat(Recording.spans(context)).hasSize(1);
              });
      assertThat(log.lines()).noneMatch(line -> line.contains("Micrometer Tracing"));
    }
  }

  @Test
  void canBeSwitchedOff() {
    boot.withPropertyValues(
            "heliograph.micrometer.meters.enabled=false",
            "heliograph.micrometer.observations.enabled=false")
        .run(
            context -> {
              Observation.createNotStarted("pay", context.getBean(ObservationRegistry.class))
                  .observe(() -> {});

              assertThat(context).doesNotHaveBean(HeliographMeterRegistry.class);
              assertThat(Recording.spans(context)).isEmpty();
            });
  }

  @Test
  void saysWhoOwnsWhat() {
    plain
        .withPropertyValues(
            "heliograph.http.client.owner=micrometer", "heliograph.jdbc.enabled=false")
        .run(
            context ->
                assertThat(coverage(context).owners())
                    .containsEntry("http.server", "heliograph")
                    .containsEntry("http.client", "micrometer")
                    .containsEntry("jdbc", "nobody"));
  }

  @Test
  void stepsBackWhereMicrometerOwnsAKind() {
    plain
        .withPropertyValues("heliograph.jdbc.owner=micrometer")
        .run(context -> assertThat(context).doesNotHaveBean(DataSourcePostProcessor.class));
  }

  private static Diagnostics.Coverage coverage(BeanFactory beans) {
    return beans.getBean(Heliograph.class).diagnostics().coverage();
  }
}

package io.heliograph.micronaut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.Heliograph;
import io.heliograph.HeliographCustomizer;
import io.heliograph.config.EngineSettings;
import io.heliograph.config.InstrumentationSettings;
import io.heliograph.config.ResourceSettings;
import io.heliograph.config.Settings;
import io.heliograph.export.InMemoryExporter;
import io.heliograph.export.ReadableSpan;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartUpTest {

  private static ApplicationContext start(Map<String, Object> properties) {
    return ApplicationContext.run(properties);
  }

  @Test
  void isOffInTestsUnlessAsked() {
    try (ApplicationContext context = start(Map.of());
        ApplicationContext asked = start(Map.of("heliograph.test.enabled", true))) {
      assertThat(isRecording(context)).isFalse();
      assertThat(context.getBean(Heliograph.class).settings().isOffInTest()).isTrue();
      assertThat(isRecording(asked)).isTrue();
    }
  }

  private static boolean isRecording(ApplicationContext context) {
    return context
        .getBean(OpenTelemetry.class)
        .getTracer("test")
        .spanBuilder("any")
        .startSpan()
        .isRecording();
  }

  @Test
  void saysWhatIsWrongWithAValue() {
    assertThatThrownBy(() -> start(Map.of("heliograph.bsp.schedule.delay", "soon")))
        .rootCause()
        .hasMessageContaining("heliograph.bsp.schedule.delay")
        .hasMessageContaining("soon")
        .hasMessageContaining("context"); // the name of the property source
  }

  @Test
  void namesTheNearestKeyOfAnUnknownOne() {
    try (ApplicationContext context = start(Map.of("heliograph.bsp.schedule.delya", "100"))) {
      assertThat(settings(context).warnings())
          .anySatisfy(warning -> assertThat(warning).contains("heliograph.bsp.schedule.delay"));
    }
  }

  @Test
  void readsListsMapsAndPlaceholders() {
    Map<String, Object> properties =
        Map.of(
            "shop.name", "corner shop",
            "heliograph.service.name", "${shop.name}",
            "heliograph.propagators", List.of("b3", "baggage"),
            "heliograph.resource.attributes.team", "green");
    try (ApplicationContext context = start(properties)) {
      Settings settings = settings(context);
      assertThat(settings.find(ResourceSettings.SERVICE_NAME)).isEqualTo("corner shop");
      assertThat(settings.get(EngineSettings.PROPAGATORS)).containsExactly("b3", "baggage");
      assertThat(settings.get(ResourceSettings.ATTRIBUTES)).containsEntry("team", "green");
    }
  }

  @Test
  void ownKeysWinOverThoseOfOpenTelemetry() {
    Map<String, Object> properties =
        Map.of("otel.service.name", "other", "heliograph.service.name", "own");
    try (ApplicationContext context = start(properties)) {
      assertThat(settings(context).find(ResourceSettings.SERVICE_NAME)).isEqualTo("own");
    }
  }

  @Test
  void proposesWhatMicronautKnows() {
    try (ApplicationContext context = start(Map.of("micronaut.application.name", "shop"))) {
      assertThat(settings(context).find(ResourceSettings.SERVICE_NAME)).isEqualTo("shop");
      List<String> excluded =
          settings(context).get(InstrumentationSettings.HTTP_SERVER_EXCLUDED_PATHS);
      if (Micronaut.IS_4) { // where there are endpoints in these tests
        assertThat(excluded).contains("/health/**", "/heliograph/**");
      } else {
        assertThat(excluded).isEmpty();
      }
    }
  }

  @Factory
  @Requires(property = "app.customized")
  static class Customizers {

    @Singleton
    InMemoryExporter<ReadableSpan> recorded() {
      return new InMemoryExporter<>();
    }

    @Singleton
    HeliographCustomizer inMemory(InMemoryExporter<ReadableSpan> recorded) {
      return builder -> builder.exporter("memory", recorded);
    }
  }

  @Test
  void becomesWhatTheBeansOfTheApplicationMakeOfIt() {
    try (ApplicationContext context =
        start(Map.of("heliograph.test.enabled", true, "app.customized", true))) {
      context.getBean(OpenTelemetry.class).getTracer("test").spanBuilder("seen").startSpan().end();

      assertThat(context.getBean(Heliograph.class).flush()).isTrue();
      assertThat(context.getBean(InMemoryExporter.class).items())
          .extracting(span -> ((ReadableSpan) span).name())
          .contains("seen");
    }
  }

  @Test
  void tellsWhatIsRecordedAndWhatIsNot() {
    Map<String, Object> properties =
        Map.of("heliograph.test.enabled", true, "heliograph.scheduled.enabled", false);
    try (ApplicationContext context = start(properties)) {
      String coverage = String.valueOf(context.getBean(Heliograph.class).diagnostics().toMap());
      assertThat(coverage)
          .contains("HTTP server=Netty")
          .contains("log lines=Logback")
          .contains("heliograph.scheduled.enabled is false");
    }
  }

  @Test
  void doesNotRunBesideMicronautsOwn(@TempDir Path classes) throws IOException {
    Path theirs = classes.resolve("io/micronaut/tracing/opentelemetry");
    Files.createDirectories(theirs);
    Files.write(
        theirs.resolve("DefaultOpenTelemetryFactory.class"),
        EmptyClass.named("io/micronaut/tracing/opentelemetry/DefaultOpenTelemetryFactory"));
    try (URLClassLoader both =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
      assertThatThrownBy(() -> ApplicationContext.builder(both).start())
          .rootCause()
          .hasMessageContaining("micronaut-tracing-opentelemetry")
          .hasMessageContaining("Remove one");
    }
  }

  private static Settings settings(ApplicationContext context) {
    return context.getBean(Heliograph.class).settings();
  }
}

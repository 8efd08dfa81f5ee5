package io.heliograph.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Heliograph;
import io.heliograph.HeliographCustomizer;
import io.heliograph.Traced;
import io.heliograph.config.InstrumentationSettings;
import io.heliograph.export.InMemoryExporter;
import io.heliograph.export.ReadableSpan;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StartUpTest {

  @RegisterExtension
  static final QuarkusUnitTest APPLICATION =
      new QuarkusUnitTest()
          .withApplicationRoot(jar -> jar.addClasses(Work.class, NoBean.class, Customizers.class))
          .overrideConfigKey("quarkus.application.name", "shop")
          .overrideConfigKey("quarkus.application.version", "1.2.3")
          .overrideRuntimeConfigKey("heliograph.test.enabled", "true")
          .overrideRuntimeConfigKey("heliograph.scheduled.enabled", "false")
          .setLogRecordPredicate(line -> line.getMessage().startsWith("Heliograph "))
          .assertLogRecords(StartUpTest::assertSummary);

  @Singleton
  static class Work {

    @Traced("work")
    void work() {
      unseen();
    }

    @Traced
    private void unseen() {}
  }

  static class NoBean {

    @Traced
    void never() {}
  }

  @Singleton
  static class Customizers {

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

  @Inject Heliograph heliograph;
  @Inject InMemoryExporter<ReadableSpan> recorded;
  @Inject Work work;

  private static void assertSummary(List<LogRecord> lines) {
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).getMessage())
        .contains("for service 'shop'")
        .contains("HTTP server: Vert.x HTTP")
        .contains("annotated methods: Work")
        .contains("Work.unseen: it is private, and an interceptor does not see its calls")
        .contains("NoBean.never: its class is no bean")
        .contains("scheduled methods: heliograph.scheduled.enabled is false");
  }

  @Test
  void proposesWhatQuarkusKnows() {
    assertThat(heliograph.settings().get(InstrumentationSettings.HTTP_SERVER_EXCLUDED_PATHS))
        .containsExactly("/q/**");
  }

  @Test
  void recordsWithTheBeansOfTheApplication() {
    work.work();

    assertThat(heliograph.flush()).isTrue();
    assertThat(recorded.items()).extracting(ReadableSpan::name).containsExactly("work");
    assertThat(recorded.items().get(0).resource().attributes().asMap().toString())
        .contains("service.version=1.2.3");
  }
}

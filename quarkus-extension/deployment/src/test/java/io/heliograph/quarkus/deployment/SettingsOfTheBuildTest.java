package io.heliograph.quarkus.deployment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.heliograph.Heliograph;
import io.heliograph.HeliographCustomizer;
import io.heliograph.Traced;
import io.heliograph.export.InMemoryExporter;
import io.heliograph.export.ReadableSpan;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** There is none that acts at build time only, and so nothing that had to be said. */
class SettingsOfTheBuildTest {

  @RegisterExtension
  static final QuarkusUnitTest APPLICATION =
      new QuarkusUnitTest()
          .withApplicationRoot(jar -> jar.addClasses(Customizers.class, Work.class))
          .overrideConfigKey("heliograph.test.enabled", "false")
          .overrideConfigKey("heliograph.sdk.disabled", "true")
          .overrideConfigKey("heliograph.traced.enabled", "false")
          .overrideRuntimeConfigKey("heliograph.test.enabled", "true")
          .overrideRuntimeConfigKey("heliograph.sdk.disabled", "false")
          .overrideRuntimeConfigKey("heliograph.traced.enabled", "true");

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

  @Singleton
  static class Work {

    @Traced("work")
    void work() {}
  }

  @Inject Heliograph heliograph;
  @Inject InMemoryExporter<ReadableSpan> recorded;
  @Inject Work work;

  @Test
  void whatTheBuildWasToldDoesNotCountAtTheStart() {
    work.work();

    assertThat(heliograph.flush()).isTrue();
    assertThat(recorded.items()).extracting(ReadableSpan::name).containsExactly("work");
  }

  @Test
  void noBuildStepReadsASetting() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("io.heliograph.config.Settings")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("org.eclipse.microprofile.config..", "io.smallrye.config..")
        .check(new ClassFileImporter().importPath(Path.of("target", "classes")));
  }
}

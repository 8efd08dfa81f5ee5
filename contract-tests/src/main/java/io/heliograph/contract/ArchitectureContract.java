package io.heliograph.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a framework module may depend on.
 *
 * <pre>{@code
 * class ArchitectureTest extends ArchitectureContract {
 *   @Override
 *   protected String rootPackage() {
 *     return "io.heliograph.spring";
 *   }
 * }
 * }</pre>
 */
public abstract class ArchitectureContract {

  private static final String[] FRAMEWORK_MODULES = {
    "io.heliograph.spring", "io.heliograph.quarkus", "io.heliograph.micronaut"
  };

  /** The package that all classes of the module are in, or below. */
  protected abstract String rootPackage();

  /** Where the module's own classes are; relative to the module's folder. */
  protected Path classesFolder() {
    return Path.of("target", "classes");
  }

  @Test
  void usesOnlyThePublicPackagesOfCore() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.heliograph.internal..")
        .check(all());
  }

  @Test
  void doesNotKnowTheOtherFrameworkModules() {
    String[] others =
        Stream.of(FRAMEWORK_MODULES)
            .filter(module -> !module.equals(rootPackage()))
            .map(module -> module + "..")
            .toArray(String[]::new);
    noClasses().should().dependOnClassesThat().resideInAnyPackage(others).check(all());
  }

  @Test
  void sharesNoPackageWithAnotherJar() {
    classes().should().resideInAPackage(rootPackage() + "..").check(all());
  }

  private JavaClasses all() {
    return new ClassFileImporter().importPath(classesFolder());
  }
}

package io.heliograph.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Core keeps every rule, and every rule fails on an example made to break it. */
class ArchitectureTest {

  private static final String EXAMPLES = "io.heliograph.architecture.broken";

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.heliograph");

  private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(EXAMPLES);

  static Stream<Named<Function<Rules, ArchRule>>> rules() {
    return Stream.of(
        Named.of("dependencies", Rules::coreDependsOnItsListOnly),
        Named.of("cycles", Rules::noCyclesBetweenPackages),
        Named.of("extension types", Rules::extensionTypesDoNotSeeTheEngine),
        Named.of("export", Rules::exportDoesNotSeeTheTraceEngine),
        Named.of("static state", Rules::noStaticMutableState),
        Named.of("streams", Rules::noStandardStreams));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void coreKeepsTheRule(Function<Rules, ArchRule> rule) {
    rule.apply(new Rules("io.heliograph")).check(CORE);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theRuleFailsOnItsExample(Function<Rules, ArchRule> rule) {
    assertThat(rule.apply(new Rules(EXAMPLES)).evaluate(BROKEN).hasViolation()).isTrue();
  }
}

package io.heliograph.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The rules of design.md that a compiler cannot hold, for any root package so that each can be
 * shown to fail on an example.
 */
final class Rules {

  private final String root;

  Rules(String root) {
    this.root = root;
  }

  /** Core sees the API, its own, the JDK, and the few libraries that RATIONALE.md lists. */
  ArchRule coreDependsOnItsListOnly() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.not(
                resideInAnyPackage(
                    root + "..",
                    "java..",
                    "javax.net..",
                    "javax.sql..",
                    "javax.management..",
                    "com.sun.management..",
                    "jdk.jfr..",
                    "io.opentelemetry.api..",
                    "io.opentelemetry.context..",
                    "io.opentelemetry.instrumentation.annotations..",
                    "org.jspecify..",
                    "org.snakeyaml.engine..",
                    "org.yaml.snakeyaml..")));
  }

  ArchRule noCyclesBetweenPackages() {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  /** What users extend must not drag in what we may change; the entry point wires both. */
  ArchRule extensionTypesDoNotSeeTheEngine() {
    return noClasses()
        .that()
        .resideInAnyPackage(root + ".pipeline", root + ".export", root + ".config")
        .should()
        .dependOnClassesThat(resideInAnyPackage(root + ".internal.."));
  }

  /** Data flows down: the exporter side knows nothing of spans being recorded. */
  ArchRule exportDoesNotSeeTheTraceEngine() {
    return noClasses()
        .that()
        .resideInAnyPackage(root + ".export", root + ".internal.otlp..", root + ".internal.send..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(root + ".internal.trace..", root + ".instrumentation.."));
  }

  /** Only constants: static state would leak between engines in one JVM. */
  ArchRule noStaticMutableState() {
    return fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(root + "..")
        .and()
        .areStatic()
        .should()
        .beFinal();
  }

  ArchRule noStandardStreams() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err");
  }
}

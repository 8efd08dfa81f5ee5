package io.heliograph.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.heliograph.compliance.Matrix.Row;
import io.heliograph.contract.GeneratedPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The compliance page is true: every row that is claimed has a test, and the page is fresh. */
class ComplianceTest {

  private static final Set<String> SECTIONS =
      Set.of(
          "Traces",
          "Metrics",
          "Logs",
          "Baggage",
          "Resource",
          "Context Propagation",
          "Environment Variables");
  private static final String OTLP = "Exporters > OTLP > ";

  private static final Path TEST_CLASSES = Path.of("target", "test-classes");

  private final List<Row> rows = Matrix.rows();
  private final Map<String, Set<String>> tests = annotatedTests();

  @Test
  void pageIsFresh() {
    GeneratedPage.assertFresh(
        Path.of("..", "docs", "compliance.md"), CompliancePage.render(rows, tests));
  }

  @Test
  void everyAnnotationNamesARow() {
    assertThat(tests.keySet()).isSubsetOf(rows.stream().map(Row::path).toList());
  }

  @Test
  void everyRowOfTheSignalsHasATest() {
    List<String> inScope = rows.stream().filter(ComplianceTest::isInScope).map(Row::path).toList();
    assertThat(inScope).hasSizeGreaterThan(100);
    assertThat(inScope.stream().filter(row -> !tests.containsKey(row))).isEmpty();
  }

  private static boolean isInScope(Row row) {
    return SECTIONS.contains(row.section())
        || row.path().startsWith(OTLP)
        || row.path().matches("Exporters > [^>]+");
  }

  @Test
  void readsLinksAndHeadingsOfTheMatrix() {
    assertThat(rows).extracting(Row::path).contains("Traces > Sampling > IdGenerators");
    assertThat(rows).hasSizeGreaterThan(200);
  }

  private static Map<String, Set<String>> annotatedTests() {
    Map<String, Set<String>> tests = new TreeMap<>();
    for (Class<?> type : testClasses()) {
      for (Method method : type.getDeclaredMethods()) {
        Compliance shows = method.getAnnotation(Compliance.class);
        if (shows != null) {
          String test = type.getSimpleName() + "." + method.getName();
          for (String row : shows.value()) {
            tests.computeIfAbsent(row, key -> new TreeSet<>()).add(test);
          }
        }
      }
    }
    return tests;
  }

  private static List<Class<?>> testClasses() {
    try (Stream<Path> files = Files.walk(TEST_CLASSES)) {
      return files
          .map(file -> TEST_CLASSES.relativize(file).toString())
          .filter(file -> file.endsWith("Test.class"))
          .<Class<?>>map(ComplianceTest::load)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Class<?> load(String file) {
    String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    try {
      return Class.forName(name, false, ComplianceTest.class.getClassLoader());
    } catch (ClassNotFoundException vanished) {
      throw new IllegalStateException(vanished);
    }
  }
}

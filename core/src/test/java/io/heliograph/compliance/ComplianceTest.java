package io.heliograph.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.heliograph.GeneratedPage;
import io.heliograph.compliance.Matrix.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The compliance page is true: every row that is claimed has a test, and the page is fresh. */
class ComplianceTest {

  private static final Set<String> TRACING_SECTIONS =
      Set.of("Traces", "Baggage", "Resource", "Context Propagation", "Environment Variables");
  private static final String OTLP = "Exporters > OTLP > ";

  /** Rows inside those sections that belong to the signals which are not built yet. */
  private static final Pattern OTHER_SIGNALS =
      Pattern.compile("(?i).*(metric|log(s|record)|blrp).*");

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
  void everyTracingRowHasATest() {
    assertThat(rows.stream().filter(ComplianceTest::isAboutTraces).map(Row::path))
        .isNotEmpty()
        .isSubsetOf(tests.keySet());
  }

  private static boolean isAboutTraces(Row row) {
    boolean inScope =
        TRACING_SECTIONS.contains(row.section())
            || row.path().startsWith(OTLP)
            || row.path().matches("Exporters > [^>]+");
    return inScope && !OTHER_SIGNALS.matcher(row.feature()).matches();
  }

  @Test
  void readsLinksAndHeadingsOfTheMatrix() {
    assertThat(rows).extracting(Row::path).contains("Traces > Sampling > IdGenerators");
    assertThat(rows).hasSizeGreaterThan(200);
  }

  private static Map<String, Set<String>> annotatedTests() {
    Map<String, Set<String>> tests = new TreeMap<>();
    for (var type : new ClassFileImporter().importPackages("io.heliograph")) {
      for (JavaMethod method : type.getMethods()) {
        if (method.isAnnotatedWith(Compliance.class)) {
          for (String row : method.getAnnotationOfType(Compliance.class).value()) {
            tests
                .computeIfAbsent(row, key -> new TreeSet<>())
                .add(type.getSimpleName() + "." + method.getName());
          }
        }
      }
    }
    return tests;
  }
}

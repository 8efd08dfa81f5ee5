package io.heliograph.compliance;

import io.heliograph.compliance.Matrix.Row;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code docs/compliance.md} as text. */
final class CompliancePage {

  private static final String HEAD =
      """
      # Compliance with the OpenTelemetry specification

      Generated from OpenTelemetry's compliance matrix and the `@Compliance` annotations on our
      tests; do not edit. Regenerate with
      `mvn -pl core test -Dtest=ComplianceTest -Dheliograph.regenerate=true`.

      *Official* is what the matrix says of the official Java SDK: `+` implemented, `-` not, `?` or
      empty unknown. *Ours* names a test that breaks without the feature; a dash means that the
      feature is not built yet.

      """;

  private CompliancePage() {}

  /**
   * @param tests by row path, each {@code Class.method}
   */
  static String render(List<Row> rows, Map<String, Set<String>> tests) {
    StringBuilder page = new StringBuilder(HEAD);
    summary(rows, tests, page);
    String section = "";
    for (Row row : rows) {
      if (!row.section().equals(section)) {
        section = row.section();
        page.append("\n## ").append(section).append("\n\n");
        page.append("| feature | official | ours |\n|---|---|---|\n");
      }
      page.append("| ").append(row.feature().replace("|", "\\|"));
      page.append(" | ").append(row.official());
      page.append(" | ").append(shownBy(tests.getOrDefault(row.path(), Set.of()))).append(" |\n");
    }
    return page.toString();
  }

  private static void summary(List<Row> rows, Map<String, Set<String>> tests, StringBuilder page) {
    Map<String, int[]> counts = new TreeMap<>();
    for (Row row : rows) {
      int[] count = counts.computeIfAbsent(row.section(), key -> new int[2]);
      count[0] += tests.containsKey(row.path()) ? 1 : 0;
      count[1]++;
    }
    page.append("| section | shown by a test | features |\n|---|---|---|\n");
    counts.forEach(
        (section, count) ->
            page.append(String.format("| %s | %d | %d |%n", section, count[0], count[1])));
  }

  private static String shownBy(Set<String> tests) {
    return tests.isEmpty() ? "–" : "`" + String.join("`, `", new TreeSet<>(tests)) + "`";
  }
}

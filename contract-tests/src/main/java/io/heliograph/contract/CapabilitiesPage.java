package io.heliograph.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** {@code docs/capabilities.md} as text. */
final class CapabilitiesPage {

  private static final String HEAD =
      """
      # Capabilities

      Generated from what each framework's tests declare while they run; do not edit. The tests of a
      module regenerate its part: `mvn verify -Dheliograph.regenerate=true`. A test fails when this
      page says something else of its framework.

      What a capability is: [contracts](contracts.md#capabilities). *yes*: its tests run, and pass. A
      number: at least one of the framework's tests lacks it; the reason is below. *not run*: no test
      of this framework asked for it.

      """;

  private static final String TAIL =
      """

      `VIRTUAL_THREADS` is *not run* where a framework's tests run on a JDK older than 21 only.
      """;

  private final List<String> frameworks;
  private final List<String> reasons = new ArrayList<>();
  private final Collection<CapabilityRow> rows;

  private CapabilitiesPage(Collection<CapabilityRow> rows) {
    this.rows = rows;
    this.frameworks = rows.stream().map(CapabilityRow::framework).distinct().sorted().toList();
  }

  static String render(Collection<CapabilityRow> rows) {
    return new CapabilitiesPage(rows).render();
  }

  private String render() {
    String head = line("capability", frameworks) + "|---".repeat(frameworks.size() + 1) + "|\n";
    String body =
        Arrays.stream(Capability.values())
            .map(capability -> line("`" + capability + "`", cells(capability)))
            .collect(Collectors.joining());
    String why = reasons.stream().collect(Collectors.joining("\n", "\n", "\n"));
    return HEAD + head + body + why + TAIL;
  }

  private static String line(String first, List<String> cells) {
    return "| " + first + " | " + String.join(" | ", cells) + " |\n";
  }

  private List<String> cells(Capability capability) {
    return frameworks.stream().map(framework -> cell(framework, capability)).toList();
  }

  private String cell(String framework, Capability capability) {
    List<CapabilityRow> said =
        rows.stream()
            .filter(row -> row.framework().equals(framework) && row.capability() == capability)
            .toList();
    List<CapabilityRow> lacking = said.stream().filter(row -> !row.reason().isEmpty()).toList();
    if (said.isEmpty()) {
      return "not run";
    }
    return lacking.isEmpty()
        ? "yes"
        : (lacking.size() < said.size() ? "yes, but " : "no ") + numbers(lacking);
  }

  private String numbers(List<CapabilityRow> lacking) {
    return lacking.stream().map(this::number).distinct().collect(Collectors.joining(", "));
  }

  private String number(CapabilityRow row) {
    String reason = ". `%s`: %s".formatted(row.test(), row.reason());
    for (int i = 0; i < reasons.size(); i++) {
      if (reasons.get(i).endsWith(reason)) {
        return String.valueOf(i + 1);
      }
    }
    reasons.add((reasons.size() + 1) + reason);
    return String.valueOf(reasons.size());
  }
}

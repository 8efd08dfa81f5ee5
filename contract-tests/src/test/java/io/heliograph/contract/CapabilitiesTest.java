package io.heliograph.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapabilitiesTest {

  private static final CapabilityRow THERE =
      new CapabilityRow("One", "AnyTest", Capability.SELF_CALL, "");
  private static final CapabilityRow LACKING =
      new CapabilityRow("One", "AnyTest", Capability.SELF_CALL, "its proxies do not see it");

  private final Capabilities project = Objects.requireNonNull(Capabilities.ofProject());

  @TempDir Path other;

  @Test
  void thePageIsFresh() {
    TreeSet<CapabilityRow> rows = new TreeSet<>(project.rows());
    Set<String> tests = testsOfTheProject();
    rows.removeIf(row -> !tests.contains(row.test()));
    project.write(rows);
  }

  /** Virtual threads are the JDK's; the tests of some frameworks run on one that has none. */
  @Test
  void everyFrameworkIsAskedForEveryCapability() {
    assertThat(project.rows()).isNotEmpty();
    project.rows().stream()
        .collect(Collectors.groupingBy(CapabilityRow::framework))
        .forEach(
            (framework, rows) ->
                assertThat(rows)
                    .as(framework)
                    .extracting(CapabilityRow::capability)
                    .containsAll(
                        Arrays.stream(Capability.values())
                            .filter(each -> each != Capability.VIRTUAL_THREADS)
                            .toList()));
    assertThat(project.rows())
        .filteredOn(row -> row.capability() == Capability.VIRTUAL_THREADS)
        .isNotEmpty();
  }

  @Test
  void aTestFailsThatLacksWhatThePageSaysIsThere() throws IOException {
    Capabilities stale = holding(THERE);

    assertThatThrownBy(() -> stale.check(LACKING))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("is stale");
  }

  @Test
  void aTestFailsThatHasWhatThePageSaysIsLacking() throws IOException {
    Capabilities stale = holding(LACKING);

    assertThatThrownBy(() -> stale.check(THERE)).isInstanceOf(AssertionError.class);
    stale.check(LACKING);
  }

  @Test
  void thePageNumbersTheReasonsAndNamesWhatNobodyAskedFor() {
    CapabilityRow elsewhere = new CapabilityRow("One", "OtherTest", Capability.SELF_CALL, "");
    CapabilityRow second = new CapabilityRow("Two", "AnyTest", Capability.DATABASE, "");

    assertThat(CapabilitiesPage.render(List.of(LACKING, second)))
        .contains("| capability | One | Two |\n|---|---|---|\n")
        .contains("| `SELF_CALL` | no 1 | not run |")
        .contains("| `DATABASE` | not run | yes |")
        .contains("\n1. `AnyTest`: its proxies do not see it\n");
    assertThat(CapabilitiesPage.render(List.of(LACKING, elsewhere)))
        .contains("| `SELF_CALL` | yes, but 1 |");
  }

  private Capabilities holding(CapabilityRow row) throws IOException {
    Capabilities capabilities = Capabilities.ofProject(other);
    Files.createDirectories(capabilities.file().getParent());
    Files.writeString(capabilities.file(), row.line() + "\n");
    return capabilities;
  }

  private static Set<String> testsOfTheProject() {
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Test.java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}

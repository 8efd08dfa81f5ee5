package io.heliograph.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineBudgetContractTest {

  private static final String FOUR_LINES =
      """
      /* A licence,
         say. */
      package any;

      import java.util.List;

      /** Documented. */
      class Any { // and commented
        String url = "http://any/*"; // no comment begins there
        char quote = '"'; /* none here */
      }
      """;

  @TempDir Path module;

  private final class Module extends LineBudgetContract {

    private final int budget;

    Module(int budget) {
      this.budget = budget;
    }

    @Override
    protected int budget() {
      return budget;
    }

    @Override
    protected List<Path> sources() {
      return List.of(module);
    }
  }

  @Test
  void countsWhatIsNoCommentNoImportAndNotBlank() {
    assertThat(LineBudgetContract.lines(FOUR_LINES)).isEqualTo(4);
  }

  @Test
  void failsWhereALineIsTooMany() throws IOException {
    Files.writeString(module.resolve("Any.java"), FOUR_LINES);

    new Module(4).keepsToItsBudgetOfLines();
    assertThatThrownBy(() -> new Module(3).keepsToItsBudgetOfLines())
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void failsWhereThereIsNothingToCount() {
    assertThatThrownBy(() -> new Module(3).keepsToItsBudgetOfLines())
        .isInstanceOf(AssertionError.class);
  }
}

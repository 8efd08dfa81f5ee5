package io.heliograph.quarkus.deployment;

import io.heliograph.contract.LineBudgetContract;
import java.nio.file.Path;
import java.util.List;

class LineBudgetTest extends LineBudgetContract {

  @Override
  protected int budget() {
    return 900;
  }

  @Override
  protected List<Path> sources() {
    return List.of(Path.of("src/main/java"), Path.of("../runtime/src/main/java"));
  }
}

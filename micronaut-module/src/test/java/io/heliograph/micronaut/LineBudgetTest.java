package io.heliograph.micronaut;

import io.heliograph.contract.LineBudgetContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class LineBudgetTest extends LineBudgetContract {

  private static final Path SOURCES = Path.of("src/main/java");

  @Override
  protected int budget() {
    return 800;
  }

  /** The module for Micronaut 4 lies within the other, and has no sources of its own. */
  @Override
  protected List<Path> sources() {
    return List.of(Files.exists(SOURCES) ? SOURCES : Path.of("..").resolve(SOURCES));
  }
}

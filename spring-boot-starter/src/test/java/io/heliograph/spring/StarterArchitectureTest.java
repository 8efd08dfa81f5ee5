package io.heliograph.spring;

import io.heliograph.contract.ArchitectureContract;
import java.nio.file.Files;
import java.nio.file.Path;

class StarterArchitectureTest extends ArchitectureContract {

  @Override
  protected String rootPackage() {
    return "io.heliograph.spring";
  }

  /** The module that runs these tests on Boot 3 has no classes of its own. */
  @Override
  protected Path classesFolder() {
    Path own = super.classesFolder();
    return Files.isDirectory(own) ? own : Path.of("..", "target", "classes");
  }
}

package io.heliograph.quarkus.deployment;

import io.heliograph.contract.ArchitectureContract;
import java.nio.file.Path;

class RuntimeArchitectureTest extends ArchitectureContract {

  @Override
  protected String rootPackage() {
    return "io.heliograph.quarkus";
  }

  @Override
  protected Path classesFolder() {
    return Path.of("..", "runtime", "target", "classes");
  }
}

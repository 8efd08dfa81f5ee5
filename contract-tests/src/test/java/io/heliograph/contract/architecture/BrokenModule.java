package io.heliograph.contract.architecture;

import io.heliograph.contract.ArchitectureContract;
import java.nio.file.Path;

/** A module that breaks every rule; run by {@link ArchitectureContractTest} only. */
class BrokenModule extends ArchitectureContract {

  @Override
  protected String rootPackage() {
    return "io.heliograph.micronaut";
  }

  @Override
  protected Path classesFolder() {
    return Path.of(
        "target", "test-classes", "io", "heliograph", "contract", "architecture", "broken");
  }
}

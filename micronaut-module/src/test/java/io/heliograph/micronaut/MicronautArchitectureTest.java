package io.heliograph.micronaut;

import io.heliograph.contract.ArchitectureContract;

class MicronautArchitectureTest extends ArchitectureContract {

  @Override
  protected String rootPackage() {
    return "io.heliograph.micronaut";
  }
}

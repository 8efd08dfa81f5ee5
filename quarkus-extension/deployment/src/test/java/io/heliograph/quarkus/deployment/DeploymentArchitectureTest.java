package io.heliograph.quarkus.deployment;

import io.heliograph.contract.ArchitectureContract;

class DeploymentArchitectureTest extends ArchitectureContract {

  @Override
  protected String rootPackage() {
    return "io.heliograph.quarkus";
  }
}

package io.heliograph.vertx;

import io.heliograph.contract.ArchitectureContract;

class VertxArchitectureTest extends ArchitectureContract {

  @Override
  protected String rootPackage() {
    return "io.heliograph.vertx";
  }
}

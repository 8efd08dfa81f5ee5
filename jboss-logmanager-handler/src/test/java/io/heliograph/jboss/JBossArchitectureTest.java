package io.heliograph.jboss;

import io.heliograph.contract.ArchitectureContract;

class JBossArchitectureTest extends ArchitectureContract {

  @Override
  protected String rootPackage() {
    return "io.heliograph.jboss";
  }
}

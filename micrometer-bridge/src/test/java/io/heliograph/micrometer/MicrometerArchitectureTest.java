package io.heliograph.micrometer;

import io.heliograph.contract.ArchitectureContract;

class MicrometerArchitectureTest extends ArchitectureContract {

  @Override
  protected String rootPackage() {
    return "io.heliograph.micrometer";
  }
}

package io.heliograph.samples.runner;

import java.nio.file.Path;

/** Where the samples are, as the build says. */
final class Samples {

  private Samples() {}

  static Path folder() {
    return Path.of(System.getProperty("heliograph.samples"));
  }
}

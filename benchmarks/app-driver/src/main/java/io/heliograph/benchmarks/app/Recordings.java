package io.heliograph.benchmarks.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where flight recordings of the load go: a directory that exists. */
final class Recordings {

  private final Path directory;

  private Recordings(Path directory) {
    this.directory = directory;
  }

  /**
   * Makes the directory if there is none: a JVM does not start if it cannot record where it is told
   * to. Throws IllegalArgumentException if it cannot be made.
   */
  static Recordings into(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new IllegalArgumentException("--record cannot make " + directory, e);
    }
    return new Recordings(directory.toAbsolutePath());
  }

  /** Records a variant's load into a file that is named after it. */
  String jvmOption(Variant variant) {
    Path file = directory.resolve(variant.id() + ".jfr");
    return "-XX:StartFlightRecording=settings=profile,delay=30s,filename=" + file;
  }
}

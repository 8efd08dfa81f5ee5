package io.heliograph.samples.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The settings of telemetry, in one file for all services, whatever their framework. */
final class ApplicationYml {

  private final StringBuilder text = new StringBuilder();

  ApplicationYml(String endpoint, String protocol) {
    text.append("heliograph:\n")
        .append("  exporter.otlp:\n")
        .append("    endpoint: " + endpoint + "\n")
        .append("    protocol: " + protocol + "\n")
        // A busy machine must not lead to a retry, and so to a span that arrives twice.
        .append("    timeout: 60s\n");
  }

  /** Adds a setting; its key without {@code heliograph.}. */
  ApplicationYml with(String key, String value) {
    text.append("  " + key + ": " + value + "\n");
    return this;
  }

  /** Writes it into that folder, over what is there. */
  Path writeTo(Path folder) {
    try {
      return Files.writeString(Files.createDirectories(folder).resolve("application.yml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write into " + folder, e);
    }
  }
}

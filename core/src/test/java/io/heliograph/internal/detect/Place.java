package io.heliograph.internal.detect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Surroundings that a test builds in a folder of its own. */
final class Place {

  private final Path root;
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> properties = new HashMap<>();
  private URI metadata = URI.create("http://127.0.0.1:1");

  Place(Path root) {
    this.root = root;
  }

  Place file(String path, String text) {
    try {
      Path file = root.resolve(path.substring(1));
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  Place env(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Place property(String name, String value) {
    properties.put(name, value);
    return this;
  }

  Place metadata(URI address) {
    metadata = address;
    return this;
  }

  Surroundings surroundings() {
    return new Surroundings(root, environment, properties, metadata);
  }
}

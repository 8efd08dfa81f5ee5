package io.heliograph.internal.detect;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything around the process that detectors look at, so that a test can build other ones.
 * Immutable and thread-safe.
 *
 * @param root the folder below which files are read, usually {@code /}
 * @param environment the environment variables
 * @param properties the system properties
 * @param metadata the base address of the cloud's metadata service
 */
public record Surroundings(
    Path root, Map<String, String> environment, Map<String, String> properties, URI metadata) {

  /** AWS, Google Cloud and Azure all answer here, without a name lookup. */
  private static final URI METADATA = URI.create("http://169.254.169.254");

  /** The kernel's files have no length beforehand, and a mount table may be endless. */
  private static final int MAX_FILE_BYTES = 256 * 1024;

  /** Where this process really runs. */
  public static Surroundings real() {
    Map<String, String> properties = new HashMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      properties.put(name, System.getProperty(name, ""));
    }
    return new Surroundings(Path.of("/"), System.getenv(), properties, METADATA);
  }

  /** The first of the variables that has a value, null if none has. */
  @Nullable String env(String... names) {
    for (String name : names) {
      String value = environment.get(name);
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return null;
  }

  /** A system property, empty if there is none. */
  String property(String name) {
    return properties.getOrDefault(name, "");
  }

  /** The trimmed text of a file, null if it cannot be read or is blank. */
  @Nullable String text(String path) {
    byte[] bytes = bytes(path, MAX_FILE_BYTES);
    String text = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8).trim();
    return text.isEmpty() ? null : text;
  }

  /** The lines of a file, none if it cannot be read. */
  List<String> lines(String path) {
    String text = text(path);
    return text == null ? List.of() : text.lines().toList();
  }

  /** The first bytes of a file, null if it cannot be read. */
  byte @Nullable [] bytes(String path, int max) {
    try (InputStream file = Files.newInputStream(file(path))) {
      return file.readNBytes(max);
    } catch (IOException | SecurityException unreadable) {
      return null;
    }
  }

  boolean exists(String path) {
    return Files.exists(file(path));
  }

  private Path file(String path) {
    return root.resolve(path.substring(1));
  }
}

package io.heliograph.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Heliograph's own version, which the build writes into a file beside this class. */
public final class Version {

  private static final String VERSION = read();

  private Version() {}

  /** Such as {@code 0.1.0}. */
  public static String get() {
    return VERSION;
  }

  private static String read() {
    try (InputStream file = Version.class.getResourceAsStream("version.txt")) {
      if (file == null) {
        return "unknown"; // Repackaged without resources.
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).trim();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

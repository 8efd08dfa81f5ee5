package io.heliograph.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a committed file with what generates it. */
public final class GeneratedPage {

  private GeneratedPage() {}

  static boolean isRegenerated() {
    return Boolean.getBoolean("heliograph.regenerate");
  }

  /**
   * Fails if the file is not what its generator writes now; with {@code
   * -Dheliograph.regenerate=true} writes it instead.
   *
   * @param file relative to the module's folder
   */
  public static void assertFresh(Path file, String content) {
    try {
      if (isRegenerated()) {
        Files.createDirectories(file.toAbsolutePath().normalize().getParent());
        Files.writeString(file, content);
      }
      assertThat(Files.exists(file) ? Files.readString(file) : "")
          .as("%s is stale; regenerate it with -Dheliograph.regenerate=true", file)
          .isEqualTo(content);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

package io.heliograph.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** With {@code -Dheliograph.regenerate=true} writes what it otherwise compares. */
class GeneratedFilesTest {
  private static final Path REPOSITORY = Path.of("..");

  @Test
  void keepsTheReferencePageUpToDate() throws IOException {
    check("docs/configuration.md", ReferencePage.generate());
  }

  @Test
  void keepsTheMetadataForSpringUpToDate() throws IOException {
    check(
        "spring-boot-starter/src/main/resources/META-INF/spring-configuration-metadata.json",
        SpringMetadata.generate());
  }

  private static void check(String name, String content) throws IOException {
    Path file = REPOSITORY.resolve(name);
    if (Boolean.getBoolean("heliograph.regenerate")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    }
    assertThat(file)
        .as("%s is stale; run with -Dheliograph.regenerate=true", name)
        .exists()
        .hasContent(content);
  }
}

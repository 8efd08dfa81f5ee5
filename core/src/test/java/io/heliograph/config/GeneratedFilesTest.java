package io.heliograph.config;

import io.heliograph.contract.GeneratedPage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GeneratedFilesTest {

  @Test
  void keepsTheReferencePageUpToDate() {
    GeneratedPage.assertFresh(Path.of("..", "docs", "configuration.md"), ReferencePage.generate());
  }

  @Test
  void keepsTheMetadataForSpringUpToDate() {
    Path resources = Path.of("..", "spring-boot-starter", "src", "main", "resources");
    GeneratedPage.assertFresh(
        resources.resolve("META-INF/spring-configuration-metadata.json"),
        SpringMetadata.generate());
  }
}

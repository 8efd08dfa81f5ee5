package io.heliograph.config;

import io.heliograph.contract.GeneratedPage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedFilesTest {

  @Test
  void keepsTheReferencePageUpToDate() {
    GeneratedPage.assertFresh(Path.of("..", "docs", "configuration.md"), ReferencePage.generate());
  }

  /** Micronaut's own processor writes files of this format, too. */
  @ParameterizedTest
  @ValueSource(strings = {"spring-boot-starter", "micronaut-module"})
  void keepsTheMetadataForEditorsUpToDate(String module) {
    Path resources = Path.of("..", module, "src", "main", "resources");
    GeneratedPage.assertFresh(
        resources.resolve("META-INF/spring-configuration-metadata.json"),
        SpringMetadata.generate());
  }
}

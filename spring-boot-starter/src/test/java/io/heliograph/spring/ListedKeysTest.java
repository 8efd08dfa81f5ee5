package io.heliograph.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ListedKeysTest {

  @ParameterizedTest
  @CsvSource({
    "heliograph.http.server.enabled, true",
    "heliograph.http-server.enabled, true",
    "heliograph.service.name, true",
    "heliograph.export.batch-size[0], true",
    "heliograph.http.client.enabled, false",
    "heliograph.http.server, false"
  })
  void knowsAKeyInEverySpelling(String key, boolean known) {
    MutablePropertySources sources = new MutablePropertySources();
    sources.addLast(
        new MapPropertySource(
            "file",
            Map.of("heliograph.httpServer.ENABLED", "", "heliograph.export.batchSize[0]", "")));
    sources.addLast(
        new SystemEnvironmentPropertySource("variables", Map.of("HELIOGRAPH_SERVICE_NAME", "")));

    ListedKeys keys = ListedKeys.of(ConfigurationPropertySources.from(sources));

    assertThat(keys.mayHave(key)).isEqualTo(known);
  }
}

package io.heliograph.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.config.BatchSettings;
import io.heliograph.config.EngineSettings;
import io.heliograph.config.InstrumentationSettings;
import io.heliograph.config.OtlpSettings;
import io.heliograph.config.ResourceSettings;
import io.heliograph.config.Settings;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

class SpringPropertySourceTest {

  private final StandardEnvironment environment = new StandardEnvironment();
  private final Map<String, Object> variables = new HashMap<>();
  private final Map<String, Object> arguments = new HashMap<>();

  SpringPropertySourceTest() throws IOException {
    environment.getPropertySources().remove("systemProperties");
    environment
        .getPropertySources()
        .replace("systemEnvironment", new SystemEnvironmentPropertySource("variables", variables));
    environment.getPropertySources().addFirst(new MapPropertySource("arguments", arguments));
    new YamlPropertySourceLoader()
        .load("file", new ClassPathResource("properties.yml"))
        .forEach(environment.getPropertySources()::addLast);
  }

  @Test
  void tellsFileAndLine() {
    assertThat(load().origin(OtlpSettings.ENDPOINT))
        .isEqualTo("class path resource [properties.yml] - 7:15");
  }

  @Test
  void resolvesPlaceholders() {
    assertThat(load().get(OtlpSettings.HEADERS)).containsEntry("api-key", "from shop");
  }

  @Test
  void takesOtherSpellings() {
    assertThat(load().find(OtlpSettings.CONCURRENCY)).isEqualTo(7);
    assertThat(load().get(OtlpSettings.MAX_REQUEST_SIZE)).isEqualTo(1L << 20);
    assertThat(load().warnings()).isEmpty();
  }

  /** Such as a vault's: it can be asked for a key, but not which it has. */
  @Test
  void takesKeysOfASourceThatListsNone() {
    environment
        .getPropertySources()
        .addFirst(
            new PropertySource<>("vault", new Object()) {
              @Override
              public @Nullable Object getProperty(String name) {
                return name.equals("heliograph.service.name") ? "secret" : null;
              }
            });

    assertThat(load().find(ResourceSettings.SERVICE_NAME)).isEqualTo("secret");
  }

  @Test
  void takesListsAndMaps() {
    assertThat(load().get(EngineSettings.PROPAGATORS)).containsExactly("b3", "baggage");
    assertThat(load().get(ResourceSettings.ATTRIBUTES))
        .containsEntry("team", "checkout")
        .containsEntry("deployment.environment.name", "test")
        .containsEntry("costCentre", "42");
  }

  @Test
  void letsVariablesOverrideFiles() {
    variables.put("HELIOGRAPH_EXPORTER_OTLP_ENDPOINT", "http://variable:4318");
    variables.put("HELIOGRAPH_EXPORTER_OTLP_MAX_REQUEST_SIZE", "2MiB");

    Settings settings = load();
    assertThat(settings.find(OtlpSettings.ENDPOINT)).isEqualTo(URI.create("http://variable:4318"));
    assertThat(settings.get(OtlpSettings.MAX_REQUEST_SIZE)).isEqualTo(2L << 20);
    assertThat(settings.origin(OtlpSettings.ENDPOINT))
        .isEqualTo("\"heliograph.exporter.otlp.endpoint\" from property source \"variables\"");
    assertThat(settings.warnings()).isEmpty();
  }

  @Test
  void takesAnEmptyVariableForNone() {
    variables.put("HELIOGRAPH_EXPORTER_OTLP_ENDPOINT", "");

    assertThat(load().find(OtlpSettings.ENDPOINT)).isEqualTo(URI.create("http://file:4318"));
  }

  @Test
  void letsArgumentsOverrideVariables() {
    variables.put("HELIOGRAPH_EXPORTER_OTLP_ENDPOINT", "http://variable:4318");
    arguments.put("heliograph.exporter.otlp.endpoint", "http://argument:4318");

    assertThat(load().find(OtlpSettings.ENDPOINT)).isEqualTo(URI.create("http://argument:4318"));
    assertThat(load().origin(OtlpSettings.ENDPOINT)).contains("arguments");
  }

  @Test
  void ranksOurKeysOverOpenTelemetrys() {
    arguments.put("otel.exporter.otlp.endpoint", "http://otel:4318");
    arguments.put("otel.bsp.max.queue.size", "999");

    assertThat(load().find(OtlpSettings.ENDPOINT)).isEqualTo(URI.create("http://file:4318"));
    assertThat(load().get(BatchSettings.SPANS.maxQueueSize())).isEqualTo(999);
  }

  @Test
  void warnsOfAnUnknownKeyWithTheNearest() {
    arguments.put("heliograph.exporter.otlp.endpiont", "http://x:4318");

    assertThat(load().warnings())
        .singleElement()
        .asString()
        .contains("heliograph.exporter.otlp.endpiont")
        .contains("Maybe heliograph.exporter.otlp.endpoint");
  }

  @Test
  void namesTheServiceAfterTheApplication() {
    arguments.put("spring.application.name", "shop");
    assertThat(load().find(ResourceSettings.SERVICE_NAME)).isEqualTo("shop");

    arguments.put("otel.service.name", "other");
    assertThat(load().find(ResourceSettings.SERVICE_NAME)).isEqualTo("other");
  }

  @Test
  void excludesTheManagementPaths() {
    assertThat(excluded()).containsExactly("/actuator/**");

    arguments.put("management.endpoints.web.base-path", "/manage");
    arguments.put("server.servlet.context-path", "/shop/");
    assertThat(excluded()).containsExactly("/shop/manage/**");

    arguments.put("management.endpoints.web.base-path", "/");
    assertThat(excluded()).containsExactly("/shop/health/**");
  }

  @Test
  void excludesTheProbesOnTheApplicationsPort() {
    arguments.put("management.endpoint.health.probes.add-additional-paths", "true");
    arguments.put("management.endpoint.health.group.liveness.additional-path", "server:/alive");

    assertThat(excluded()).containsExactly("/actuator/**", "/alive/**", "/readyz/**");
  }

  @Test
  void excludesWhatItIsToldToInstead() {
    arguments.put("heliograph.http.server.excluded-paths", "/mine/**");

    assertThat(excluded()).containsExactly("/mine/**");
  }

  private List<String> excluded() {
    return load().get(InstrumentationSettings.HTTP_SERVER_EXCLUDED_PATHS);
  }

  private Settings load() {
    return Settings.load(
        new SpringPropertySource(environment), Map.of(), Proposals.of(environment));
  }
}

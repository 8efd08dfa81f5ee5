package io.heliograph.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.config.EngineSettings;
import io.heliograph.config.Property;
import io.heliograph.config.PropertySource;
import io.heliograph.config.ResourceSettings;
import io.heliograph.config.Settings;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuarkusPropertiesTest {

  @Test
  void findsAValueAndWhereItWasWritten() {
    Property found =
        properties(Map.of("heliograph.service.name", "shop")).find("heliograph.service.name");

    assertThat(found).isNotNull();
    assertThat(found.value()).isEqualTo("shop");
    assertThat(found.origin()).contains("application.properties");
  }

  @Test
  void findsNothingThatIsNotThere() {
    assertThat(properties(Map.of()).find("heliograph.service.name")).isNull();
  }

  @Test
  void resolvesPlaceholders() {
    PropertySource properties =
        properties(Map.of("shop.name", "shop", "heliograph.service.name", "${shop.name}-orders"));

    assertThat(load(properties).find(ResourceSettings.SERVICE_NAME)).isEqualTo("shop-orders");
  }

  @Test
  void takesTheValueOfTheProfile() {
    SmallRyeConfig config =
        builder(
                Map.of(
                    "heliograph.service.name", "shop", "%dev.heliograph.service.name", "dev-shop"))
            .withProfile("dev")
            .build();

    assertThat(load(new QuarkusProperties(config)).find(ResourceSettings.SERVICE_NAME))
        .isEqualTo("dev-shop");
  }

  @Test
  void letsItsOwnKeyWinOverOpenTelemetrys() {
    PropertySource properties =
        properties(Map.of("heliograph.service.name", "own", "otel.service.name", "other"));

    assertThat(load(properties).find(ResourceSettings.SERVICE_NAME)).isEqualTo("own");
  }

  /** As an application.yml is read that says {@code exporter.otlp:} below {@code heliograph:}. */
  @Test
  void knowsKeysWithAndWithoutTheQuotesThatYamlPutsAroundDots() {
    PropertySource properties =
        properties(Map.of("heliograph.\"exporter.otlp\".endpoint", "http://localhost:1"));

    assertThat(properties.find("heliograph.exporter.otlp.endpoint"))
        .extracting(Property::value)
        .isEqualTo("http://localhost:1");
    assertThat(load(properties).warnings()).isEmpty();
  }

  @Test
  void takesTheStrongerSourceWhateverTheQuotes() {
    String plain = "heliograph.service.name";
    String quoted = "heliograph.\"service.name\"";

    assertThat(both(Map.of(plain, "weak"), Map.of(quoted, "strong"))).isEqualTo("strong");
    assertThat(both(Map.of(quoted, "weak"), Map.of(plain, "strong"))).isEqualTo("strong");
  }

  private static String both(Map<String, String> weak, Map<String, String> strong) {
    SmallRyeConfig config =
        builder(weak)
            .withSources(new PropertiesConfigSource(strong, "system properties", 400))
            .build();
    return load(new QuarkusProperties(config)).find(ResourceSettings.SERVICE_NAME);
  }

  @Test
  void findsEnvironmentVariablesButListsNone() {
    PropertySource properties = variables(Map.of("HELIOGRAPH_SDK_DISABLED", "true"));

    assertThat(load(properties).get(EngineSettings.SDK_DISABLED)).isTrue();
    assertThat(properties.keys()).isEmpty();
  }

  @Test
  void takesAnEmptyVariableForNone() {
    assertThat(variables(Map.of("HELIOGRAPH_SERVICE_NAME", "")).find("heliograph.service.name"))
        .isNull();
  }

  @Test
  void listsItsKeysSoThatUnknownOnesAreReported() {
    Settings settings = load(properties(Map.of("heliograph.servce.name", "shop", "other", "1")));

    assertThat(settings.warnings()).singleElement().asString().contains("heliograph.servce.name");
  }

  private static Settings load(PropertySource properties) {
    return Settings.load(properties, Map.of());
  }

  private static PropertySource properties(Map<String, String> values) {
    return new QuarkusProperties(builder(values).build());
  }

  private static SmallRyeConfigBuilder builder(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withSources(new PropertiesConfigSource(values, "application.properties", 250));
  }

  private static PropertySource variables(Map<String, String> variables) {
    return new QuarkusProperties(
        new SmallRyeConfigBuilder().withSources(new EnvConfigSource(variables, 300)).build());
  }
}

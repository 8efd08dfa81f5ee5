package io.heliograph.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsInTestsTest {

  @Test
  void switchTheEngineOff() {
    Settings settings = load(Map.of("heliograph.sdk.disabled", "false"));

    assertThat(settings.get(EngineSettings.SDK_DISABLED)).isTrue();
    assertThat(settings.isOffInTest()).isTrue();
  }

  @Test
  void leaveItOnWhenAsked() {
    Settings settings = load(Map.of("heliograph.test.enabled", "true"));

    assertThat(settings.get(EngineSettings.SDK_DISABLED)).isFalse();
    assertThat(settings.isOffInTest()).isFalse();
  }

  @Test
  void tellOfASwitchThatSomebodyElseSet() {
    Settings settings =
        load(Map.of("heliograph.test.enabled", "true", "heliograph.sdk.disabled", "true"));

    assertThat(settings.get(EngineSettings.SDK_DISABLED)).isTrue();
    assertThat(settings.isOffInTest()).isFalse();
  }

  @Test
  void keepEverythingElse() {
    assertThat(load(Map.of("heliograph.service.name", "shop")).find(ResourceSettings.SERVICE_NAME))
        .isEqualTo("shop");
  }

  private static Settings load(Map<String, String> properties) {
    return Settings.loadInTest(
        PropertySource.of(properties, "test"), Map.of(), PropertySource.empty());
  }
}

package io.heliograph.instrumentation.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceMdcTest {

  @Test
  void holdsByDefaultWhatTheSettingsHoldWithoutAnyKey() {
    assertThat(TraceMdc.byDefault()).isEqualTo(TraceMdc.of(settings(Map.of())));
  }

  @Test
  void keysMayBeTheSame() {
    TraceMdc mdc =
        TraceMdc.of(
            settings(
                Map.of(
                    "heliograph.logback.mdc.span-id-key", "id",
                    "heliograph.logback.mdc.trace-id-key", "id")));

    assertThat(mdc.idKeys()).containsExactlyInAnyOrder("id", "trace_flags");
  }

  private static Settings settings(Map<String, String> keys) {
    return Settings.load(PropertySource.of(keys, "test"), Map.of());
  }
}

package io.heliograph.internal.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Heliograph;
import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.logs.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A log record on the console. */
class LogTextTest {

  @Test
  void isOneLineWhateverTheMessageHolds() {
    StringBuffer out = new StringBuffer();
    Settings settings =
        Settings.load(
            PropertySource.of(Map.of("heliograph.service.name", "shop"), "test"), Map.of());
    try (Heliograph heliograph =
        Heliograph.builder()
            .settings(settings)
            .logExporter("console", ConsoleExporter.logRecords(out))
            .build()) {
      heliograph
          .openTelemetry()
          .getLogsBridge()
          .get("com.acme.Cart")
          .logRecordBuilder()
          .setTimestamp(Instant.parse("2026-11-21T05:00:00.123Z"))
          .setSeverity(Severity.WARN)
          .setBody("cart is empty\nforged line")
          .setAttribute(AttributeKey.stringKey("user"), "7")
          .emit();
      assertThat(heliograph.flush(Duration.ofSeconds(20))).isTrue();
    }
    assertThat(out.toString().lines())
        .singleElement()
        .asString()
        .startsWith("2026-11-21T05:00:00.123Z WARN shop: com.acme.Cart: cart is empty")
        .endsWith("{user=7}");
  }
}

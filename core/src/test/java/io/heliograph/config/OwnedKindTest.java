package io.heliograph.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OwnedKindTest {

  @ParameterizedTest
  @EnumSource
  void isOursUnlessSomebodySaysOtherwise(OwnedKind kind) {
    assertThat(kind.isOwnedBy(Owner.HELIOGRAPH, settings(Map.of()))).isTrue();
    assertThat(kind.isOwnedBy(Owner.MICROMETER, settings(Map.of()))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP_SERVER, http.server, http.server",
    "HTTP_CLIENT, http.client, http.client",
    "JDBC, jdbc, jdbc",
    "CONNECTION_POOL, jdbc, connection-pool",
    "SCHEDULED, scheduled, scheduled",
    "JVM, jvm, jvm"
  })
  void hasAnOwnerUnlessItIsSwitchedOff(OwnedKind kind, String owned, String switched) {
    String owner = "heliograph." + owned + ".owner";
    Settings given = settings(Map.of(owner, "Micrometer"));
    Settings off =
        settings(Map.of(owner, "micrometer", "heliograph." + switched + ".enabled", "false"));

    assertThat(kind.isOwnedBy(Owner.MICROMETER, given)).isTrue();
    assertThat(kind.isOwnedBy(Owner.HELIOGRAPH, given)).isFalse();
    assertThat(kind.isOwnedBy(Owner.MICROMETER, off)).isFalse();
    assertThat(kind.isOwnedBy(Owner.HELIOGRAPH, off)).isFalse();
  }

  @Test
  void saysWhoRecordsWhat() {
    Settings settings =
        settings(
            Map.of(
                "heliograph.http.client.owner", "micrometer", "heliograph.jdbc.enabled", "false"));

    assertThat(OwnedKind.owners(settings))
        .hasToString(
            "{http.server=heliograph, http.client=micrometer, jdbc=nobody,"
                + " connection-pool=heliograph, scheduled=heliograph, jvm=heliograph}");
    assertThat(OwnedKind.HTTP_CLIENT.whyNot(Owner.HELIOGRAPH, settings))
        .isEqualTo("heliograph.http.client.owner is micrometer");
    assertThat(OwnedKind.JDBC.whyNot(Owner.HELIOGRAPH, settings))
        .isEqualTo("heliograph.jdbc.enabled is false");
    assertThat(OwnedKind.JVM.whyNot(Owner.HELIOGRAPH, settings)).isNull();
  }

  private static Settings settings(Map<String, String> properties) {
    return Settings.load(PropertySource.of(properties, "test"), Map.of());
  }
}

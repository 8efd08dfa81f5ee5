package io.heliograph.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsPrecedenceTest {

  /** Each row leaves the next higher rank empty; the number is the rank that wins. */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 3", "4, 4", "5, 5", "6, 2048"})
  void takesTheHighestRankThatHoldsAValue(int highest, int winner) {
    Settings settings = loadWithRanksFrom(highest);
    assertThat(settings.get(BatchSettings.SPANS.maxExportBatchSize())).isEqualTo(winner);
  }

  @ParameterizedTest
  @CsvSource({
    "1, application.yml",
    "2, environment variable HELIOGRAPH_BSP_MAX_EXPORT_BATCH_SIZE",
    "3, application.yml",
    "4, environment variable OTEL_BSP_MAX_EXPORT_BATCH_SIZE",
    "5, proposals",
    "6, default"
  })
  void namesWhereTheValueCameFrom(int highest, String origin) {
    Settings settings = loadWithRanksFrom(highest);
    assertThat(settings.origin(BatchSettings.SPANS.maxExportBatchSize())).isEqualTo(origin);
  }

  private static Settings loadWithRanksFrom(int highest) {
    return Settings.load(
        PropertySource.of(
            Map.of(
                highest <= 1 ? "heliograph.bsp.max.export.batch.size" : "other.a", "1",
                highest <= 3 ? "otel.bsp.max.export.batch.size" : "other.b", "3"),
            "application.yml"),
        Map.of(
            highest <= 2 ? "HELIOGRAPH_BSP_MAX_EXPORT_BATCH_SIZE" : "OTHER_A", "2",
            highest <= 4 ? "OTEL_BSP_MAX_EXPORT_BATCH_SIZE" : "OTHER_B", "4"),
        PropertySource.of(
            Map.of(highest <= 5 ? "heliograph.bsp.max.export.batch.size" : "other.c", "5"),
            "proposals"));
  }
}

package io.heliograph.benchmarks.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VariantTest {

  private static final List<String> SAME_RECORDS =
      List.of(
          "otel.semconv-stability.opt-in=database",
          "otel.instrumentation.logback-appender.experimental.capture-template=true",
          "otel.instrumentation.logback-appender.experimental.capture-arguments=true",
          "otel.experimental.sdk.telemetry.version=latest",
          "otel.javaagent.add-thread-details=false");

  @ParameterizedTest
  @EnumSource(names = {"OFFICIAL", "AGENT"})
  void officialTelemetriesAreSetToTheSameRecordsUnlessTheyShallStayAsTheyCome(Variant variant) {
    List<String> asTheyCome = settings(variant, "--peers", "as-they-come");

    assertThat(asTheyCome).doesNotContainAnyElementsOf(SAME_RECORDS);
    assertThat(settings(variant)).containsAll(SAME_RECORDS).containsAll(asTheyCome);
  }

  @ParameterizedTest
  @EnumSource(names = {"NONE", "HELIOGRAPH", "BOOT"})
  void allOthersStayAsTheyAre(Variant variant) {
    assertThat(settings(variant)).isEqualTo(settings(variant, "--peers", "as-they-come"));
  }

  @Test
  void allCompressAsTheyAreTold() {
    assertThat(List.of(Variant.values()))
        .filteredOn(variant -> variant != Variant.NONE)
        .allSatisfy(
            variant ->
                assertThat(settings(variant, "--compression", "gzip"))
                    .anyMatch(setting -> setting.endsWith("compression=gzip")));
  }

  private static List<String> settings(Variant variant, String... arguments) {
    return variant.settings("http://127.0.0.1:4318", Options.parse(List.of(arguments)));
  }
}

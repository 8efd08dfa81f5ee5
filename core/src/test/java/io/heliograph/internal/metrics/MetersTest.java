package io.heliograph.internal.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.heliograph.export.MetricData;
import io.heliograph.export.NumberPoint;
import io.heliograph.pipeline.ScopedMeterBuilder;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Meters, and what happens when instruments are asked for twice or by a bad name. */
class MetersTest {

  private static final String LONG_NAME = "n".repeat(255);

  private final Metrics metrics = Metrics.cumulative();

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  @Compliance({
    "Metrics > `MeterProvider` provides a way to get a `Meter`.",
    "Metrics > `get_meter` accepts name, `version` and `schema_url`.",
    "Metrics > `get_meter` accepts `attributes`.",
    "Metrics > The supplied `name`, `version` and `schema_url` arguments passed to the"
        + " `MeterProvider` are used to create an `InstrumentationLibrary` instance stored in the"
        + " `Meter`.",
    "Metrics > The supplied `name`, `version` and `schema_url` arguments passed to the"
        + " `MeterProvider` are used to create an `InstrumentationScope` instance stored in the"
        + " `Meter`."
  })
  void aMeterCarriesItsWholeScope() {
    ScopedMeterBuilder builder = metrics.provider.meterBuilder("m");
    builder
        .setInstrumentationVersion("1.2")
        .setSchemaUrl("https://schema")
        .setAttributes(Metrics.route("a"))
        .build()
        .counterBuilder("c")
        .build()
        .add(1);
    assertThat(metrics.only().instrumentationScope())
        .isEqualTo(
            new io.heliograph.export.InstrumentationScope(
                "m", "1.2", "https://schema", Metrics.route("a")));
  }

  @Test
  @Compliance("Metrics > It is possible to create any number of `MeterProvider`s.")
  void providersDoNotShareAnything() {
    try (Metrics other = Metrics.cumulative()) {
      other.meter.counterBuilder("c").build().add(1);
      assertThat(metrics.collect()).isEmpty();
      assertThat(other.collect()).hasSize(1);
    }
  }

  @Test
  @Compliance("Metrics > The API provides a way to set and get a global default `MeterProvider`.")
  void theProviderCanStandBehindTheApisEntryPoint() {
    OpenTelemetry api =
        new OpenTelemetry() {
          @Override
          public io.opentelemetry.api.trace.TracerProvider getTracerProvider() {
            return io.opentelemetry.api.trace.TracerProvider.noop();
          }

          @Override
          public MeterProvider getMeterProvider() {
            return metrics.provider;
          }

          @Override
          public io.opentelemetry.context.propagation.ContextPropagators getPropagators() {
            return io.opentelemetry.context.propagation.ContextPropagators.noop();
          }
        };
    io.opentelemetry.api.GlobalOpenTelemetry.resetForTest();
    io.opentelemetry.api.GlobalOpenTelemetry.set(api);
    try {
      io.opentelemetry.api.GlobalOpenTelemetry.getMeter("g").counterBuilder("c").build().add(1);
      assertThat(metrics.only().instrumentationScope().name()).isEqualTo("g");
    } finally {
      io.opentelemetry.api.GlobalOpenTelemetry.resetForTest();
    }
  }

  @Test
  @Compliance({
    "Metrics > When an invalid `name` is specified a working `Meter` implementation is returned as"
        + " a fallback.",
    "Metrics > The fallback `Meter` `name` property keeps its original invalid value."
  })
  void aMeterWithoutANameWorks() {
    metrics.provider.get("").counterBuilder("c").build().add(1);
    metrics.provider.meterBuilder(null).build().counterBuilder("c").build().add(1);
    assertThat(metrics.only().instrumentationScope().name()).isEmpty();
    assertThat(metrics.point(NumberPoint.class).longValue()).isEqualTo(2);
    assertThat(metrics.lines).isNotEmpty();
  }

  @Test
  @Compliance(
      "Metrics > It is possible to register two instruments with same `name` under"
          + " different `Meter`s.")
  void metersDoNotShareNames() {
    metrics.provider.get("a").counterBuilder("c").build().add(1);
    metrics.provider.get("b").upDownCounterBuilder("c").build().add(2);
    assertThat(metrics.collect()).hasSize(2);
    assertThat(metrics.lines).isEmpty();
  }

  @Test
  @Compliance({
    "Metrics > A valid instrument MUST be created and warning SHOULD be emitted when multiple"
        + " instruments are registered under the same `Meter` using the same `name`.",
    "Metrics > Duplicate instrument registration name conflicts are resolved by using the"
        + " first-seen for the stream name."
  })
  void conflictingInstrumentsBothWorkUnderTheFirstSpelling() {
    metrics.meter.counterBuilder("Orders").build().add(1);
    metrics.meter.histogramBuilder("orders").build().record(1);
    assertThat(metrics.collect()).extracting(MetricData::name).containsExactly("Orders", "Orders");
    assertThat(metrics.lines).singleElement().asString().contains("Orders", "histogram", "counter");
  }

  @Test
  void theSameInstrumentInAnotherSpellingIsTheSame() {
    metrics.meter.counterBuilder("Orders").build().add(1);
    metrics.meter.counterBuilder("orders").build().add(2);
    assertThat(metrics.only().name()).isEqualTo("Orders");
    assertThat(metrics.point(NumberPoint.class).longValue()).isEqualTo(3);
    assertThat(metrics.lines).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "_a", "a b", "ä", "a\n", "a*", "-", "/x"})
  @Compliance("Metrics > Instrument names conform to the specified syntax.")
  void aBadNameRecordsNothingAndIsToldOnce(String name) {
    assertNothingIsRecorded(name);
  }

  @Test
  void anOverlongNameRecordsNothingAndIsToldOnce() {
    assertNothingIsRecorded(LONG_NAME + "n");
    assertThat(metrics.lines.get(0).length()).isLessThan(500);
  }

  private void assertNothingIsRecorded(String name) {
    for (int i = 0; i < 3; i++) {
      metrics.meter.counterBuilder(name).build().add(1);
      metrics.meter.upDownCounterBuilder(name).ofDoubles().build().add(1);
      metrics.meter.histogramBuilder(name).ofLongs().build().record(1);
      metrics.meter.gaugeBuilder(name).buildWithCallback(result -> result.record(1));
    }
    assertThat(metrics.collect()).isEmpty();
    assertThat(metrics.lines).hasSize(1);
    assertThat(metrics.lines.get(0)).contains("instrument name").doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "A0", "a_b.c-d/e"})
  void aGoodNameRecords(String name) {
    metrics.meter.counterBuilder(name).build().add(1);
    metrics.meter.counterBuilder(LONG_NAME).build().add(1);
    assertThat(metrics.collect()).extracting(MetricData::name).containsExactly(name, LONG_NAME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"é", "uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu"})
  @Compliance("Metrics > Instrument units conform to the specified syntax.")
  void aBadUnitIsLeftOut(String unit) {
    metrics.meter.counterBuilder("c").setUnit(unit).build().add(1);
    assertThat(metrics.only().unit()).isEmpty();
    assertThat(metrics.lines).hasSize(1);
  }

  @Test
  @Compliance("Metrics > Instrument descriptions conform to the specified syntax.")
  void aDescriptionMayBeLongAndOfAnyCharacters() {
    String description = "é\u4e2d".repeat(2000);
    metrics.meter.counterBuilder("c").setDescription(description).build().add(1);
    metrics.meter.counterBuilder("d").setDescription(null).setUnit("By").build().add(1);
    assertThat(metrics.collect())
        .extracting(MetricData::description)
        .containsExactly(description, "");
  }

  @Test
  @Compliance({
    "Metrics > Configuration is managed solely by the `MeterProvider`.",
    "Metrics > The `MeterProvider` provides methods to update the configuration",
    "Metrics > The updated configuration applies to all already returned `Meter`s."
  })
  void metersAreSwitchedWhileInUse() {
    Meter noisy = metrics.provider.get("noisy");
    LongCounter counter = noisy.counterBuilder("c").build();
    metrics.provider.configure(scope -> !scope.name().equals("noisy"));
    counter.add(1);
    metrics.meter.counterBuilder("c").build().add(1);
    assertThat(metrics.only().instrumentationScope().name()).isEqualTo("test");

    metrics.provider.configure(scope -> true);
    counter.add(1, Attributes.empty());
    assertThat(metrics.collect()).hasSize(2);
  }

  @Test
  void nothingIsRecordedAfterTheEnd() {
    LongCounter counter = metrics.meter.counterBuilder("c").build();
    metrics.provider.close();
    counter.add(1);
    assertThat(metrics.collect()).isEqualTo(List.of());
  }
}

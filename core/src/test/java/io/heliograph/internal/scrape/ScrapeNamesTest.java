package io.heliograph.internal.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What metrics are called, and what is said about them. */
class ScrapeNamesTest {

  private final Scraped scraped = new Scraped();

  @ParameterizedTest
  @CsvSource({
    "http.server.request, s, http_server_request_seconds_total",
    "system.cpu.time.total, s, system_cpu_time_seconds_total",
    "disk.io.bytes, By, disk_io_bytes_total",
    "bytes, By, bytes_total",
    "megabytes, By, megabytes_bytes_total",
    "speed, m/s, speed_meters_per_second_total",
    "messages, {message}/s, messages_per_second_total",
    "hits, {hit}, hits_total",
    "share, 1, share_total",
    "energy, kW.h, energy_kW_h_total",
    "a-b/c__d, '', a_b_c_d_total",
  })
  @Compliance({
    "Exporters > Prometheus > Name Sanitization",
    "Exporters > Prometheus > Unit Suffixes",
    "Exporters > Prometheus > Unit Full Words",
    "Exporters > Prometheus > Prometheus Counters have _total suffix by default",
    "Exporters > Prometheus > Cumulative Monotonic Sums become Prometheus Counters"
  })
  void countersAreNamedWithTheirUnitAndTotal(String name, String unit, String exposed) {
    scraped.meter.counterBuilder(name).setUnit(unit).build().add(3);
    assertThat(scraped.text()).contains("# TYPE " + exposed + " counter\n" + exposed + " 3\n");
  }

  @ParameterizedTest
  @CsvSource({
    "jvm.cpu.recent_utilization, 1, jvm_cpu_recent_utilization_ratio",
    "cpu.ratio, 1, cpu_ratio",
    "temperature, Cel, temperature_celsius",
    "total, '', total",
    "load_total, '', load_total",
    "battery, %, battery_percent",
  })
  @Compliance("Exporters > Prometheus > Gauges become Prometheus Gauges")
  void gaugesAreNamedWithTheirUnit(String name, String unit, String exposed) {
    scraped.meter.gaugeBuilder(name).setUnit(unit).build().set(0.5);
    assertThat(scraped.text()).contains("# TYPE " + exposed + " gauge\n" + exposed + " 0.5\n");
  }

  @Test
  @Compliance("Exporters > Prometheus > Cumulative Non-Monotonic Sums become Prometheus Gauges")
  void sumsThatAlsoShrinkAreGauges() {
    scraped.meter.upDownCounterBuilder("queue.length").setUnit("{item}").build().add(-2);
    assertThat(scraped.text()).isEqualTo("# TYPE queue_length gauge\nqueue_length -2\n");
  }

  @Test
  @Compliance({
    "Exporters > Prometheus > UNIT Metadata",
    "Exporters > Prometheus > HELP Metadata",
    "Exporters > Prometheus > TYPE Metadata"
  })
  void openMetricsNamesTheFamilyWithoutTotalAndTellsTheUnit() {
    scraped.meter.counterBuilder("io").setUnit("By").setDescription("Bytes read.").build().add(1);
    assertThat(scraped.openMetrics())
        .isEqualTo(
            """
            # TYPE io_bytes counter
            # UNIT io_bytes bytes
            # HELP io_bytes Bytes read.
            io_bytes_total 1
            # EOF
            """);
    assertThat(scraped.text())
        .isEqualTo(
            """
            # TYPE io_bytes_total counter
            # HELP io_bytes_total Bytes read.
            io_bytes_total 1
            """);
  }

  @Test
  void helpStaysOnItsLine() {
    scraped.meter.gaugeBuilder("g").setDescription("a \"b\"\\c\nd").build().set(1);
    assertThat(scraped.text()).contains("# HELP g a \"b\"\\\\c\\nd\n");
    assertThat(scraped.openMetrics()).contains("# HELP g a \\\"b\\\"\\\\c\\nd\n");
  }

  @Test
  void valuesThatAreNoNumbersAreSpelledAsPrometheusReadsThem() {
    scraped.meter.gaugeBuilder("up").build().set(Double.POSITIVE_INFINITY);
    scraped.meter.gaugeBuilder("down").build().set(Double.NEGATIVE_INFINITY);
    assertThat(scraped.text()).contains("up +Inf\n", "down -Inf\n");
    assertThat(Numbers.text(Double.NaN)).isEqualTo("NaN");
  }

  @Test
  void numbersKeepAllTheirDigits() {
    scraped.meter.counterBuilder("c").build().add(Long.MAX_VALUE);
    scraped.meter.gaugeBuilder("g").build().set(0.1 + 0.2);
    assertThat(scraped.text()).contains("c_total 9223372036854775807\n", "g 0.30000000000000004\n");
  }
}

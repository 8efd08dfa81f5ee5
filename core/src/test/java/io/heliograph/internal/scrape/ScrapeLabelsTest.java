package io.heliograph.internal.scrape;

import static io.heliograph.internal.scrape.Scraped.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.heliograph.export.InstrumentationScope;
import io.heliograph.export.Resource;
import io.opentelemetry.api.common.Attributes;
import org.junit.jupiter.api.Test;

/** Where a sample comes from and what it is about. */
class ScrapeLabelsTest {

  private final Scraped scraped = new Scraped();

  @Test
  @Compliance("Exporters > Prometheus > Attributes Keys are Sanitized")
  void keysBecomeLabelNames() {
    gauge(attributes("http.request--method", "GET"));
    gauge(attributes("1xx", "a"));
    gauge(attributes("__name__", "b"));
    gauge(attributes("größe", "c"));
    assertThat(scraped.text())
        .contains(
            "g{http_request_method=\"GET\"} 1", "g{_1xx=\"a\"} 1", "g{_name_=\"b\"} 1", "g{gr_e");
  }

  @Test
  @Compliance("Exporters > Prometheus > Colliding sanitized attribute keys are merged")
  void valuesOfKeysWithTheSameNameAreJoinedInTheOrderOfTheKeys() {
    gauge(Attributes.builder().put("a_b", "3").put("a.b", "2").put("a-b", "1").build());
    assertThat(scraped.text()).contains("g{a_b=\"1;2;3\"} 1");
  }

  @Test
  void valuesCannotEndTheirLabel() {
    gauge(attributes("k", "a\"} 1\nforged 2\\"));
    assertThat(scraped.text()).contains("g{k=\"a\\\"} 1\\nforged 2\\\\\"} 1.0\n");
    assertThat(scraped.text().lines()).hasSize(2);
  }

  @Test
  void otherValuesBecomeText() {
    gauge(Attributes.builder().put("b", true).put("d", 0.5).put("l", 7).put("s", "x", "y").build());
    assertThat(scraped.text())
        .contains("g{b=\"true\",d=\"0.5\",l=\"7\",s=\"[\\\"x\\\",\\\"y\\\"]\"}");
  }

  @Test
  void emptyValuesAreNoLabels() {
    gauge(attributes("k", ""));
    assertThat(scraped.text()).contains("g 1.0\n");
  }

  @Test
  void ofPointsWithTheSameLabelsTheFirstIsExposedAndTheLossIsSaidOnce() {
    gauge(attributes("a.b", "x"));
    gauge(attributes("a_b", "x"));
    assertThat(scraped.text()).containsOnlyOnce("g{a_b=\"x\"}");
    scraped.text();
    assertThat(scraped.lines).singleElement().asString().contains("metric g", "same labels");
  }

  @Test
  @Compliance({
    "Exporters > Prometheus > otel_scope_name and otel_scope_version labels on all Metrics",
    "Exporters > Prometheus > otel_scope_[attribute] labels on all Metrics"
  })
  void samplesSayWhichLibraryTheyComeFrom() {
    var scope =
        new InstrumentationScope(
            "io.acme",
            "1.2",
            "https://acme.io/1",
            Attributes.builder().put("team.name", "x").put("name", "no").build());
    assertThat(ScopeLabels.of(scope).text())
        .isEqualTo(
            "otel_scope_name=\"io.acme\",otel_scope_schema_url=\"https://acme.io/1\","
                + "otel_scope_team_name=\"x\",otel_scope_version=\"1.2\"");
    scraped.provider.meterBuilder("io.acme").setInstrumentationVersion("1.2").build();
    gauge(attributes("k", "v"));
    assertThat(scraped.withScopes()).contains("g{k=\"v\",otel_scope_name=\"test\"} 1.0\n");
  }

  @Test
  @Compliance("Exporters > Prometheus > otel_scope labels can be disabled")
  void samplesNeedNotSayWhichLibraryTheyComeFrom() {
    gauge(Attributes.empty());
    assertThat(scraped.text()).isEqualTo("# TYPE g gauge\ng 1.0\n");
  }

  @Test
  @Compliance("Exporters > Prometheus > `target_info` metric from Resource")
  void theResourceIsTheFirstMetric() {
    try (Scraped shop = new Scraped(Resource.of(attributes("service.name", "shop")))) {
      shop.meter.gaugeBuilder("g").build().set(1);
      assertThat(shop.openMetrics())
          .startsWith(
              """
              # TYPE target info
              # HELP target Target metadata
              target_info{service_name="shop"} 1
              # TYPE g gauge
              """);
      assertThat(shop.text())
          .startsWith(
              """
              # TYPE target_info gauge
              # HELP target_info Target metadata
              target_info{service_name="shop"} 1
              """);
    }
  }

  private void gauge(Attributes attributes) {
    scraped.meter.gaugeBuilder("g").build().set(1, attributes);
  }
}

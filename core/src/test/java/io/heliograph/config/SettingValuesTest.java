package io.heliograph.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingValuesTest {

  @ParameterizedTest
  @CsvSource({
    "500ms, PT0.5S",
    "10s, PT10S",
    "2m, PT2M",
    "1h, PT1H",
    "1d, PT24H",
    "PT10S, PT10S",
    "pt0.25s, PT0.25S",
    "1500, PT1.5S",
    "10 S, PT10S"
  })
  void readsDurations(String text, Duration expected) {
    Settings settings = Load.properties("heliograph.bsp.schedule.delay", text);
    assertThat(settings.get(BatchSettings.SPANS.scheduleDelay())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "512, 512",
    "512B, 512",
    "16KiB, 16384",
    "64MiB, 67108864",
    "1gib, 1073741824",
    "2 KiB, 2048"
  })
  void readsSizes(String text, long expected) {
    Settings settings = Load.properties("heliograph.bsp.max.queue.bytes", text);
    assertThat(settings.get(BatchSettings.SPANS.maxQueueBytes())).isEqualTo(expected);
  }

  @Test
  void readsEachOtherType() {
    Settings settings =
        Load.properties(
            "heliograph.service.name", " shop ",
            "heliograph.sdk.disabled", "TRUE",
            "heliograph.exporter.otlp.concurrency", "7",
            "heliograph.exporter.otlp.protocol", "HTTP/Json",
            "heliograph.exporter.otlp.endpoint", "https://[::1]:4318/base?a=b",
            "heliograph.exporter.file.path", "/tmp/traces.jsonl");
    assertThat(settings.find(ResourceSettings.SERVICE_NAME)).isEqualTo("shop");
    assertThat(settings.get(EngineSettings.SDK_DISABLED)).isTrue();
    assertThat(settings.get(OtlpSettings.CONCURRENCY)).isEqualTo(7);
    assertThat(settings.get(OtlpSettings.PROTOCOL)).isEqualTo(OtlpProtocol.HTTP_JSON);
    assertThat(settings.find(OtlpSettings.ENDPOINT))
        .isEqualTo(URI.create("https://[::1]:4318/base?a=b"));
    assertThat(settings.find(ExportSettings.FILE_PATH)).isEqualTo(Path.of("/tmp/traces.jsonl"));
  }

  @Test
  void readsAListFromOneValue() {
    Settings settings = Load.properties("heliograph.propagators", "b3, tracecontext,,");
    assertThat(settings.get(EngineSettings.PROPAGATORS)).containsExactly("b3", "tracecontext");
  }

  @Test
  void readsAListFromIndexedKeysInTheOrderOfTheirIndex() {
    Settings settings =
        Load.properties(
            "heliograph.propagators[10]", "c",
            "heliograph.propagators[2]", "b",
            "heliograph.propagators[0]", "a");
    assertThat(settings.get(EngineSettings.PROPAGATORS)).containsExactly("a", "b", "c");
    assertThat(settings.warnings()).isEmpty();
  }

  @Test
  void emptiesAListThatHasADefault() {
    Settings settings = Load.properties("heliograph.http.redact-query-keys", "");
    assertThat(settings.get(InstrumentationSettings.HTTP_REDACT_QUERY_KEYS)).isEmpty();
  }

  @Test
  void decodesPercentEncodingInOneMapValueAndKeepsPlusSigns() {
    Settings settings =
        Load.environment("OTEL_RESOURCE_ATTRIBUTES", "team=a%2Cb%20c, zone = x=y ,plus=1+1");
    assertThat(settings.get(ResourceSettings.ATTRIBUTES))
        .containsExactlyInAnyOrderEntriesOf(Map.of("team", "a,b c", "zone", "x=y", "plus", "1+1"));
  }

  @Test
  void readsAMapFromSubKeysLiterallyAndLetsThemWin() {
    Settings settings =
        Load.properties(
            "heliograph.resource.attributes", "a=1,b=2",
            "heliograph.resource.attributes.b", "100%25",
            "heliograph.resource.attributes.service.namespace", "shop",
            "heliograph.resource.attributes[host.name]", "h");
    assertThat(settings.get(ResourceSettings.ATTRIBUTES))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("a", "1", "b", "100%25", "service.namespace", "shop", "host.name", "h"));
    assertThat(settings.warnings()).isEmpty();
  }

  @Test
  void takesABlankValueForNone() {
    assertThat(
            Settings.load(
                    PropertySource.of(Map.of("heliograph.service.name", " "), "application.yml"),
                    Map.of("OTEL_SERVICE_NAME", "shop"))
                .find(ResourceSettings.SERVICE_NAME))
        .isEqualTo("shop");
    assertThat(Load.environment("OTEL_PROPAGATORS", "").get(EngineSettings.PROPAGATORS))
        .isEqualTo(List.of("tracecontext", "baggage"));
  }

  @ParameterizedTest
  @CsvSource({
    "heliograph.exporter.otlp.max-request-size",
    "heliograph.exporter.otlp.maxRequestSize",
    "heliograph.exporter.otlp.max_request_size",
    "HELIOGRAPH_EXPORTER_OTLP_MAX_REQUEST_SIZE",
    "HELIOGRAPH_EXPORTER_OTLP_MAXREQUESTSIZE"
  })
  void readsEverySpellingOfAKey(String key) {
    Settings settings = Load.properties(key, "1MiB");
    assertThat(settings.get(OtlpSettings.MAX_REQUEST_SIZE)).isEqualTo(1 << 20);
    assertThat(settings.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true, true", "TRUE, true", "1, false", "yes, false", "false, false"})
  void readsAnOpenTelemetryBooleanAsTheSpecificationSays(String text, boolean expected) {
    Settings settings = Load.environment("OTEL_SDK_DISABLED", text);
    assertThat(settings.get(EngineSettings.SDK_DISABLED)).isEqualTo(expected);
  }

  @Test
  void warnsOfAnOpenTelemetryBooleanThatIsNone() {
    assertThat(Load.environment("OTEL_SDK_DISABLED", "yes").warnings())
        .containsExactly(
            "OTEL_SDK_DISABLED = \"yes\" is not one of true, false and counts as false"
                + " (from environment variable OTEL_SDK_DISABLED)");
  }

  @Test
  void inheritsFromTheGeneralSetting() {
    Settings settings = Load.properties("heliograph.attribute.count.limit", "7");
    assertThat(settings.get(LimitSettings.SPAN_ATTRIBUTE_COUNT)).isEqualTo(7);
    assertThat(settings.origin(LimitSettings.SPAN_ATTRIBUTE_COUNT)).isEqualTo("application.yml");
    assertThat(Load.properties().get(LimitSettings.SPAN_ATTRIBUTE_COUNT)).isEqualTo(128);
  }

  @Test
  void tellsWhatSomebodyWroteFromDefaultsAndProposals() {
    PropertySource proposals =
        PropertySource.of(Map.of("heliograph.service.name", "shop"), "spring.application.name");
    Settings settings =
        Settings.load(
            PropertySource.of(Map.of("heliograph.attribute.count.limit", "7"), "application.yml"),
            Map.of(),
            proposals);
    assertThat(settings.find(ResourceSettings.SERVICE_NAME)).isEqualTo("shop");
    assertThat(settings.isConfigured(ResourceSettings.SERVICE_NAME)).isFalse();
    assertThat(settings.isConfigured(LimitSettings.SPAN_EVENT_COUNT)).isFalse();
    assertThat(settings.isConfigured(LimitSettings.SPAN_ATTRIBUTE_COUNT)).isTrue();
  }

  @Test
  void refusesToGetASettingThatMayHaveNoValue() {
    Settings settings = Load.properties("heliograph.service.name", "shop");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.get(ResourceSettings.SERVICE_NAME))
        .withMessage("heliograph.service.name has no default");
  }

  @Test
  void readsSystemProperties() {
    Properties properties = new Properties();
    properties.setProperty("otel.service.name", "shop");
    Settings settings = Settings.load(PropertySource.systemProperties(properties), Map.of());
    assertThat(settings.origin(ResourceSettings.SERVICE_NAME))
        .isEqualTo("system property otel.service.name");
  }

  @Test
  void asksASourceThatCannotListItsKeys() {
    PropertySource source =
        new PropertySource() {
          @Override
          public @Nullable Property find(String key) {
            return key.equals("otel.service.name") ? new Property(key, "shop", "vault") : null;
          }

          @Override
          public Iterable<String> keys() {
            return List.of();
          }
        };
    Settings settings = Settings.load(source, Map.of());
    assertThat(settings.find(ResourceSettings.SERVICE_NAME)).isEqualTo("shop");
    assertThat(settings.origin(ResourceSettings.SERVICE_NAME)).isEqualTo("vault");
  }

  @Test
  void warnsOfADeprecatedKeyThatIsUsed() {
    Setting<String> old =
        Setting.own("old", Types.string()).deprecatedFor("use heliograph.new").means("Old.");
    Findings findings = new Findings();
    PropertySource source = PropertySource.of(Map.of("heliograph.old", "x"), "application.yml");
    new SettingsLoader(List.of(new Layer(source, Rank.OURS)), findings).read(old);
    assertThat(findings.warnings())
        .containsExactly("heliograph.old is deprecated: use heliograph.new (from application.yml)");
  }
}

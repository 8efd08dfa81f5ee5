package io.heliograph.internal.resource;

import static io.heliograph.internal.resource.Detectors.detector;
import static io.heliograph.internal.resource.Detectors.finding;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import io.heliograph.export.Resource;
import io.heliograph.internal.Version;
import io.heliograph.internal.diagnostics.ListLogger;
import io.heliograph.pipeline.ResourceDetector;
import io.opentelemetry.api.common.Attributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Our own attributes, then the detectors', then the configured ones. */
class ResourceAssemblyTest {

  private static final String DETECTORS = "HELIOGRAPH_RESOURCE_DETECTORS";

  private final List<String> lines = new ArrayList<>();
  private final DetectorRunner runner =
      new DetectorRunner(Duration.ofSeconds(20), new ListLogger(lines));

  @Test
  @Compliance("Resource > Default value for service.name")
  void withoutAnyConfigurationItSaysWhatWeAreAndThatTheServiceIsUnknown() {
    Resource resource = resource(Map.of());
    assertThat(resource.attributes())
        .isEqualTo(
            Attributes.builder()
                .put("service.name", "unknown_service:java")
                .put("telemetry.sdk.name", "heliograph")
                .put("telemetry.sdk.language", "java")
                .put("telemetry.sdk.version", Version.get())
                .build());
    assertThat(resource.schemaUrl()).isEqualTo(ResourceAssembly.SCHEMA_URL);
  }

  @Test
  @Compliance("Resource > Resource detector interface/mechanism")
  void namesSwitchDetectors() {
    ResourceDetector host = finding("host", "host.name", "h");
    ResourceDetector mine = finding("mine", "mine", "m");
    assertThat(keys(resource(Map.of(DETECTORS, "mine"), host, mine)))
        .contains("mine")
        .doesNotContain("host.name");
    assertThat(keys(resource(Map.of(DETECTORS, "mine,host"), host, mine)))
        .contains("mine", "host.name");
    assertThat(keys(resource(Map.of(DETECTORS, "none"), host, mine)))
        .doesNotContain("mine", "host.name");
  }

  @Test
  @Compliance("Resource > Resource detector interface/mechanism")
  void oneThatIsNotNamedIsNotAsked() {
    List<String> asked = new ArrayList<>();
    ResourceDetector detector =
        detector(
            "mine",
            () -> {
              asked.add("mine");
              return Resource.empty();
            });
    resource(Map.of(DETECTORS, "host"), detector, finding("host", "host.name", "h"));
    assertThat(asked).isEmpty();
  }

  @Test
  void aDetectorThatFailsLeavesTheRest() {
    ResourceDetector bad =
        detector(
            "host",
            () -> {
              throw new IllegalStateException();
            });
    assertThat(keys(resource(Map.of(), bad, finding("os", "os.type", "linux"))))
        .contains("service.name", "os.type");
    assertThat(lines).hasSize(1);
  }

  @Test
  @Compliance("Resource > Resource detectors populate Schema URL")
  void aSchemaThatContradictsOursLeavesNone() {
    assertThat(resource(Map.of(), withSchema(ResourceAssembly.SCHEMA_URL)).schemaUrl())
        .isEqualTo(ResourceAssembly.SCHEMA_URL);
    assertThat(resource(Map.of(), withSchema("https://example.org/2")).schemaUrl()).isNull();
  }

  private static ResourceDetector withSchema(String url) {
    return detector("host", () -> new Resource(Attributes.of(stringKey("a"), "1"), url));
  }

  @Test
  void whatIsConfiguredWinsOverWhatIsDetectedAndThatOverTheDefault() {
    ResourceDetector detector = finding("service", "service.name", "detected");
    assertThat(serviceName(Map.of(), detector)).isEqualTo("detected");
    assertThat(serviceName(Map.of("OTEL_RESOURCE_ATTRIBUTES", "service.name=attribute"), detector))
        .isEqualTo("attribute");
    assertThat(
            serviceName(
                Map.of(
                    "OTEL_RESOURCE_ATTRIBUTES", "service.name=attribute",
                    "OTEL_SERVICE_NAME", "name"),
                detector))
        .isEqualTo("name");
  }

  @Test
  void theLaterDetectorWins() {
    assertThat(
            resource(Map.of(), finding("host", "a", "1"), finding("os", "a", "2"))
                .attributes()
                .get(stringKey("a")))
        .isEqualTo("2");
  }

  @Test
  void aNameThatTheFrameworkProposesGivesWayToAConfiguredAttribute() {
    assertThat(proposed(Map.of())).isEqualTo("proposed");
    assertThat(proposed(Map.of("OTEL_RESOURCE_ATTRIBUTES", "service.name=attribute")))
        .isEqualTo("attribute");
  }

  private String proposed(Map<String, String> environment) {
    PropertySource proposals =
        PropertySource.of(Map.of("heliograph.service.name", "proposed"), "framework");
    Map<String, String> all = new HashMap<>(environment);
    all.put(DETECTORS, "none");
    Settings settings = Settings.load(PropertySource.empty(), all, proposals);
    return ResourceAssembly.resource(settings, List.of(), runner)
        .attributes()
        .get(ResourceAssembly.SERVICE_NAME);
  }

  @Test
  void configuredAttributesArePercentDecoded() {
    Resource resource = resource(Map.of("OTEL_RESOURCE_ATTRIBUTES", "a=%C3%A9%2C%3D,b%20c=1+1"));
    assertThat(resource.attributes().get(stringKey("a"))).isEqualTo("é,=");
    assertThat(resource.attributes().get(stringKey("b c"))).isEqualTo("1+1");
  }

  private String serviceName(Map<String, String> environment, ResourceDetector... detectors) {
    return resource(environment, detectors).attributes().get(ResourceAssembly.SERVICE_NAME);
  }

  private Resource resource(Map<String, String> environment, ResourceDetector... detectors) {
    Map<String, String> all = new HashMap<>(environment);
    all.putIfAbsent(DETECTORS, namesOf(detectors));
    Settings settings = Settings.load(PropertySource.empty(), all);
    return ResourceAssembly.resource(settings, List.of(detectors), runner);
  }

  private static String namesOf(ResourceDetector... detectors) {
    return detectors.length == 0
        ? "none"
        : Stream.of(detectors).map(ResourceDetector::name).collect(Collectors.joining(","));
  }

  private static List<String> keys(Resource resource) {
    return resource.attributes().asMap().keySet().stream().map(key -> key.getKey()).toList();
  }
}

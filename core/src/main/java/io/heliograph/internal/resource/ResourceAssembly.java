package io.heliograph.internal.resource;

import io.heliograph.config.EngineSettings;
import io.heliograph.config.ResourceSettings;
import io.heliograph.config.Settings;
import io.heliograph.export.Resource;
import io.heliograph.internal.Version;
import io.heliograph.pipeline.ResourceDetector;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.List;
import java.util.Map;

/**
 * Puts the resource together: the SDK's own attributes, then what detectors found, then what is
 * configured; the later wins.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/resource/sdk/">Resource SDK</a>
 */
public final class ResourceAssembly {

  /** The semantic conventions that our own attributes follow. */
  public static final String SCHEMA_URL = "https://opentelemetry.io/schemas/1.40.0";

  public static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");
  public static final String UNKNOWN_SERVICE = "unknown_service:java";

  private ResourceAssembly() {}

  /**
   * Builds the resource of one engine.
   *
   * @param detectors those that the settings name are asked, the others are not; a disabled engine
   *     asks none
   * @throws io.heliograph.config.ConfigurationException if the settings name one that is not there
   */
  public static Resource resource(
      Settings settings, List<ResourceDetector> detectors, DetectorRunner runner) {
    List<ResourceDetector> chosen = DetectorSelection.chosen(settings, detectors);
    boolean disabled = settings.get(EngineSettings.SDK_DISABLED);
    Resource resource = sdk();
    for (Resource detected : runner.run(disabled ? List.of() : chosen)) {
      resource = resource.merge(detected);
    }
    return resource.merge(configured(settings));
  }

  private static Resource sdk() {
    Attributes attributes =
        Attributes.builder()
            .put(SERVICE_NAME, UNKNOWN_SERVICE)
            .put("telemetry.sdk.name", "heliograph")
            .put("telemetry.sdk.language", "java")
            .put("telemetry.sdk.version", Version.get())
            .build();
    return new Resource(attributes, SCHEMA_URL);
  }

  /** A name that the framework only proposes gives way to one among the attributes. */
  private static Resource configured(Settings settings) {
    AttributesBuilder attributes = Attributes.builder();
    Map<String, String> configured = settings.get(ResourceSettings.ATTRIBUTES);
    configured.forEach(attributes::put);
    String name = settings.find(ResourceSettings.SERVICE_NAME);
    boolean wins =
        settings.isConfigured(ResourceSettings.SERVICE_NAME)
            || !configured.containsKey(SERVICE_NAME.getKey());
    if (name != null && !name.isBlank() && wins) {
      attributes.put(SERVICE_NAME, name);
    }
    return Resource.of(attributes.build());
  }
}

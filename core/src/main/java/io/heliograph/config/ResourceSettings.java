package io.heliograph.config;

import java.util.List;
import java.util.Map;

/** Settings of the resource: what the process says about itself. */
public final class ResourceSettings {

  public static final Setting<String> SERVICE_NAME =
      Setting.otel("OTEL_SERVICE_NAME", Types.string())
          .means("The logical name of the service; wins over service.name in the attributes.");

  public static final Setting<Map<String, String>> ATTRIBUTES =
      Setting.otel("OTEL_RESOURCE_ATTRIBUTES", CollectionTypes.map())
          .defaultsTo("")
          .means("Attributes of the resource, on everything that the process exports.");

  public static final Setting<List<String>> DETECTORS =
      Setting.own("resource.detectors", CollectionTypes.listOf(Types.string()))
          .defaultsTo("service,host,os,process,container,kubernetes")
          .means(
              "The detectors, by name, that add attributes about the surroundings; cloud stands"
                  + " for aws, gcp and azure; none for none.");

  static final List<Setting<?>> ALL = List.of(SERVICE_NAME, ATTRIBUTES, DETECTORS);

  private ResourceSettings() {}
}

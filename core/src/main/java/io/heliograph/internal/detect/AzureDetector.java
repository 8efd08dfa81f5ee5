package io.heliograph.internal.detect;

import io.heliograph.export.Resource;
import io.heliograph.internal.resource.LocalDetector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds what Microsoft's cloud says of a container app, a function, a site of App Service, a node
 * of AKS or a virtual machine.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/resource/cloud/">Cloud</a>
 */
final class AzureDetector implements LocalDetector {

  /** Azure's own tag on its virtual chassis; Hyper-V elsewhere has another. */
  private static final String CHASSIS = "7783-7084-3265-9085-8269-3286-77";

  private static final String COMPUTE =
      "/metadata/instance/compute?api-version=2021-02-01&format=json";
  private static final Map<String, String> HEADERS = Map.of("Metadata", "true");

  private final Surroundings surroundings;

  AzureDetector(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public String name() {
    return "azure";
  }

  @Override
  public boolean isLocal() {
    return containerApp() != null || site() != null || !isMachine();
  }

  @Override
  public Resource detect() {
    if (containerApp() != null) {
      return on("azure.container_apps").put("service.name", containerApp()).resource();
    }
    if (site() != null) {
      return surroundings.env("FUNCTIONS_EXTENSION_VERSION") == null ? appService() : functions();
    }
    return isMachine() ? machine() : Resource.empty();
  }

  private static Found on(String platform) {
    return new Found().put("cloud.provider", "azure").put("cloud.platform", platform);
  }

  private @Nullable String containerApp() {
    return surroundings.env("CONTAINER_APP_NAME");
  }

  private @Nullable String site() {
    return surroundings.env("WEBSITE_SITE_NAME");
  }

  private boolean isMachine() {
    return CHASSIS.equals(surroundings.text("/sys/class/dmi/id/chassis_asset_tag"));
  }

  private Resource appService() {
    return site("azure.app_service")
        .put("service.name", site())
        .put("deployment.environment.name", surroundings.env("WEBSITE_SLOT_NAME"))
        .resource();
  }

  private Resource functions() {
    return site("azure.functions")
        .put("faas.name", site())
        .put("faas.instance", surroundings.env("WEBSITE_INSTANCE_ID"))
        .putMebibytes("faas.max_memory", surroundings.env("WEBSITE_MEMORY_LIMIT_MB"))
        .resource();
  }

  private Found site(String platform) {
    String owner = surroundings.env("WEBSITE_OWNER_NAME");
    String subscription = owner == null ? null : owner.split("\\+", 2)[0];
    String group = surroundings.env("WEBSITE_RESOURCE_GROUP");
    Found found =
        on(platform)
            .put("cloud.region", surroundings.env("REGION_NAME"))
            .put("cloud.account.id", subscription)
            .put("azure.resource_group.name", group);
    if (subscription != null && group != null) {
      found.put(
          "cloud.resource_id",
          "/subscriptions/%s/resourceGroups/%s/providers/Microsoft.Web/sites/%s"
              .formatted(subscription, group, site()));
    }
    return found;
  }

  private Resource machine() {
    try {
      MetadataClient client = new MetadataClient(surroundings.metadata());
      return machine(Document.parse(client.get(COMPUTE, HEADERS)));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed.getMessage(), failed);
    }
  }

  private Resource machine(Document compute) {
    String group = compute.text("resourceGroupName");
    boolean kubernetes = Containment.isKubernetes(surroundings);
    return on(kubernetes ? "azure.aks" : "azure.vm")
        .put("cloud.account.id", compute.text("subscriptionId"))
        .put("cloud.region", compute.text("location"))
        .put("cloud.availability_zone", compute.text("zone"))
        .put("cloud.resource_id", compute.text("resourceId"))
        .put("azure.resource_group.name", group)
        .put("host.id", compute.text("vmId"))
        .put("host.name", kubernetes ? null : compute.text("name"))
        .put("host.type", compute.text("vmSize"))
        .put("k8s.cluster.name", kubernetes ? cluster(group) : null)
        .resource();
  }

  /** The nodes' group is MC_group_cluster_region; underscores in its parts make it ambiguous. */
  private static @Nullable String cluster(@Nullable String group) {
    String[] parts = group == null ? new String[0] : group.split("_", -1);
    return parts.length == 4 && parts[0].equalsIgnoreCase("MC") ? parts[2] : null;
  }
}

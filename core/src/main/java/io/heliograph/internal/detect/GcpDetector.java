package io.heliograph.internal.detect;

import io.heliograph.export.Resource;
import io.heliograph.internal.resource.LocalDetector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Finds what Google's cloud says of a Cloud Run service or job, a function, a GKE node or a Compute
 * Engine instance.
 *
 * <p>Asks for single values: the whole tree also holds ssh keys and start-up scripts.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/resource/cloud-provider/gcp/">Google
 *     Cloud</a>
 */
final class GcpDetector implements LocalDetector {

  private static final Map<String, String> HEADERS = Map.of("Metadata-Flavor", "Google");

  private final Surroundings surroundings;
  private final MetadataClient client;

  GcpDetector(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.client = new MetadataClient(surroundings.metadata());
  }

  @Override
  public String name() {
    return "gcp";
  }

  @Override
  public boolean isLocal() {
    return !isServerless() && !isEngine();
  }

  @Override
  public Resource detect() {
    try {
      return isLocal() ? Resource.empty() : detectPlatform();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed.getMessage(), failed);
    }
  }

  private Resource detectPlatform() throws IOException {
    Found found =
        new Found()
            .put("cloud.provider", "gcp")
            .put("cloud.account.id", metadata("project/project-id"));
    if (isServerless()) {
      addServerless(found);
    } else if (Containment.isKubernetes(surroundings)) {
      addNode(found);
    } else {
      addInstance(found);
    }
    return found.resource();
  }

  private boolean isServerless() {
    return surroundings.env("K_SERVICE", "CLOUD_RUN_JOB") != null;
  }

  private boolean isEngine() {
    String product = surroundings.text("/sys/class/dmi/id/product_name");
    return "Google Compute Engine".equals(product) || "Google".equals(product);
  }

  private void addServerless(Found found) throws IOException {
    boolean function = surroundings.env("FUNCTION_TARGET") != null;
    String index = surroundings.env("CLOUD_RUN_TASK_INDEX");
    found
        .put("cloud.platform", function ? "gcp_cloud_functions" : "gcp_cloud_run")
        .put("cloud.region", lastSegment(metadata("instance/region")))
        .put("faas.name", surroundings.env("K_SERVICE", "CLOUD_RUN_JOB"))
        .put("faas.version", surroundings.env("K_REVISION"))
        .put("faas.instance", metadata("instance/id"))
        .put("gcp.cloud_run.job.execution", surroundings.env("CLOUD_RUN_EXECUTION"));
    if (index != null && index.matches("[0-9]{1,9}")) {
      found.put("gcp.cloud_run.job.task_index", Long.parseLong(index));
    }
  }

  private void addNode(Found found) throws IOException {
    String location = metadata("instance/attributes/cluster-location");
    found
        .put("cloud.platform", "gcp_kubernetes_engine")
        .put(isZone(location) ? "cloud.availability_zone" : "cloud.region", location)
        .put("k8s.cluster.name", metadata("instance/attributes/cluster-name"))
        .put("host.id", metadata("instance/id"));
  }

  private void addInstance(Found found) throws IOException {
    String zone = lastSegment(metadata("instance/zone"));
    String name = metadata("instance/name");
    found
        .put("cloud.platform", "gcp_compute_engine")
        .put("cloud.availability_zone", zone)
        .put("cloud.region", isZone(zone) ? zone.substring(0, zone.lastIndexOf('-')) : null)
        .put("host.id", metadata("instance/id"))
        .put("host.name", name)
        .put("host.type", lastSegment(metadata("instance/machine-type")))
        .put("gcp.gce.instance.name", name)
        .put("gcp.gce.instance.hostname", metadata("instance/hostname"));
  }

  private String metadata(String path) throws IOException {
    return client.get("/computeMetadata/v1/" + path, HEADERS);
  }

  /** A zone is its region with a letter, such as {@code europe-west1-b}. */
  private static boolean isZone(String location) {
    return location.matches("[^-]+-[^-]+-[^-]+");
  }

  private static String lastSegment(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}

package io.heliograph.internal.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GcpDetectorTest {

  @TempDir Path root;
  private MetadataServer server;

  @BeforeEach
  void start() throws IOException {
    server = new MetadataServer();
    knows("project/project-id", "shop-prod-1");
    knows("instance/id", "5264283712379512943");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void describesAnInstance() {
    knows("instance/zone", "projects/640212054955/zones/europe-west1-b");
    knows("instance/name", "web-1");
    knows("instance/machine-type", "projects/640212054955/machineTypes/e2-medium");
    knows("instance/hostname", "web-1.europe-west1-b.c.shop-prod-1.internal");

    assertThat(Detected.by(new GcpDetector(machine().surroundings())))
        .isEqualTo(
            Map.of(
                "cloud.provider", "gcp",
                "cloud.account.id", "shop-prod-1",
                "cloud.platform", "gcp_compute_engine",
                "cloud.availability_zone", "europe-west1-b",
                "cloud.region", "europe-west1",
                "host.id", "5264283712379512943",
                "host.name", "web-1",
                "host.type", "e2-medium",
                "gcp.gce.instance.name", "web-1",
                "gcp.gce.instance.hostname", "web-1.europe-west1-b.c.shop-prod-1.internal"));
  }

  @Test
  void describesANodeOfARegionalCluster() {
    knows("instance/attributes/cluster-name", "prod");
    knows("instance/attributes/cluster-location", "europe-west1");

    assertThat(Detected.by(new GcpDetector(pod().surroundings())))
        .isEqualTo(
            Map.of(
                "cloud.provider", "gcp",
                "cloud.account.id", "shop-prod-1",
                "cloud.platform", "gcp_kubernetes_engine",
                "cloud.region", "europe-west1",
                "k8s.cluster.name", "prod",
                "host.id", "5264283712379512943"));
  }

  @Test
  void namesTheZoneOfAZonalCluster() {
    knows("instance/attributes/cluster-name", "prod");
    knows("instance/attributes/cluster-location", "europe-west1-c");

    assertThat(Detected.by(new GcpDetector(pod().surroundings())))
        .containsEntry("cloud.availability_zone", "europe-west1-c")
        .doesNotContainKey("cloud.region");
  }

  @Test
  void describesAServiceOfCloudRun() {
    knows("instance/region", "projects/640212054955/regions/us-central1");
    Place service =
        new Place(root)
            .metadata(server.address())
            .env("K_SERVICE", "cart")
            .env("K_REVISION", "cart-00002-pin");

    assertThat(Detected.by(new GcpDetector(service.surroundings())))
        .isEqualTo(
            Map.of(
                "cloud.provider", "gcp",
                "cloud.account.id", "shop-prod-1",
                "cloud.platform", "gcp_cloud_run",
                "cloud.region", "us-central1",
                "faas.name", "cart",
                "faas.version", "cart-00002-pin",
                "faas.instance", "5264283712379512943"));
  }

  @Test
  void describesAJobAndAFunction() {
    knows("instance/region", "projects/640212054955/regions/us-central1");
    Place job =
        new Place(root)
            .metadata(server.address())
            .env("CLOUD_RUN_JOB", "nightly")
            .env("CLOUD_RUN_EXECUTION", "nightly-xs7jd")
            .env("CLOUD_RUN_TASK_INDEX", "3");
    Place function =
        new Place(root)
            .metadata(server.address())
            .env("K_SERVICE", "resize")
            .env("FUNCTION_TARGET", "Resize");

    assertThat(Detected.by(new GcpDetector(job.surroundings())))
        .containsEntry("faas.name", "nightly")
        .containsEntry("gcp.cloud_run.job.execution", "nightly-xs7jd")
        .containsEntry("gcp.cloud_run.job.task_index", 3L);
    assertThat(Detected.by(new GcpDetector(function.surroundings())))
        .containsEntry("cloud.platform", "gcp_cloud_functions")
        .containsEntry("faas.name", "resize");
  }

  @Test
  void saysWhichValueTheServiceDidNotGive() {
    assertThatThrownBy(new GcpDetector(machine().surroundings())::detect)
        .hasMessageContaining("/computeMetadata/v1/instance/zone")
        .hasMessageContaining("status 404");
  }

  @Test
  void asksNobodyWithoutAHintOfTheCloud() {
    GcpDetector elsewhere =
        new GcpDetector(new Place(root).metadata(server.address()).surroundings());

    assertThat(elsewhere.isLocal()).isTrue();
    assertThat(Detected.by(elsewhere)).isEmpty();
    assertThat(server.requests).isEmpty();
  }

  private void knows(String path, String value) {
    server.answers("GET /computeMetadata/v1/" + path, "Metadata-Flavor", "Google", value);
  }

  private Place machine() {
    return new Place(root)
        .metadata(server.address())
        .file("/sys/class/dmi/id/product_name", "Google Compute Engine\n");
  }

  private Place pod() {
    return machine().env("KUBERNETES_SERVICE_HOST", "10.4.0.1");
  }
}

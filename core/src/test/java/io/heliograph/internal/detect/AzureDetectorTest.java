package io.heliograph.internal.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AzureDetectorTest {

  private static final String SUBSCRIPTION = "8d10da13-8125-4ba9-a717-bf7490507b3d";

  @TempDir Path root;
  private MetadataServer server;

  @BeforeEach
  void start() throws IOException {
    server = new MetadataServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void describesAMachine() {
    knowsMachineIn("shop");

    assertThat(Detected.by(new AzureDetector(machine().surroundings())))
        .isEqualTo(
            Map.of(
                "cloud.provider", "azure",
                "cloud.platform", "azure.vm",
                "cloud.account.id", SUBSCRIPTION,
                "cloud.region", "westeurope",
                "cloud.resource_id", "/subscriptions/" + SUBSCRIPTION + "/web-1",
                "azure.resource_group.name", "shop",
                "host.id", "02aab8a4-74ef-476e-8182-f6d2ba4166a6",
                "host.name", "web-1",
                "host.type", "Standard_A3"));
  }

  @Test
  void namesTheClusterOfANode() {
    knowsMachineIn("MC_shop_prod_westeurope");
    Place pod = machine().env("KUBERNETES_SERVICE_HOST", "10.0.0.1");

    assertThat(Detected.by(new AzureDetector(pod.surroundings())))
        .containsEntry("cloud.platform", "azure.aks")
        .containsEntry("k8s.cluster.name", "prod")
        .doesNotContainKey("host.name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MC_my_shop_prod_westeurope", "nodes"})
  void namesNoClusterWhenTheGroupDoesNotTell(String group) {
    knowsMachineIn(group);
    Place pod = machine().env("KUBERNETES_SERVICE_HOST", "10.0.0.1");

    assertThat(Detected.by(new AzureDetector(pod.surroundings())))
        .containsEntry("cloud.platform", "azure.aks")
        .doesNotContainKey("k8s.cluster.name");
  }

  @Test
  void readsASiteFromItsEnvironment() {
    assertThat(Detected.by(new AzureDetector(site().surroundings())))
        .isEqualTo(
            Map.of(
                "cloud.provider", "azure",
                "cloud.platform", "azure.app_service",
                "cloud.region", "West Europe",
                "cloud.account.id", SUBSCRIPTION,
                "cloud.resource_id",
                    "/subscriptions/"
                        + SUBSCRIPTION
                        + "/resourceGroups/shop/providers/Microsoft.Web/sites/cart",
                "azure.resource_group.name", "shop",
                "deployment.environment.name", "staging",
                "service.name", "cart"));
  }

  @Test
  void readsAFunctionFromItsEnvironment() {
    Place function =
        site()
            .env("FUNCTIONS_EXTENSION_VERSION", "~4")
            .env("WEBSITE_INSTANCE_ID", "312ce8a2")
            .env("WEBSITE_MEMORY_LIMIT_MB", "2048");

    assertThat(Detected.by(new AzureDetector(function.surroundings())))
        .containsEntry("cloud.platform", "azure.functions")
        .containsEntry("faas.name", "cart")
        .containsEntry("faas.instance", "312ce8a2")
        .containsEntry("faas.max_memory", 2_147_483_648L)
        .doesNotContainKey("service.name");
  }

  @Test
  void readsAContainerAppFromItsEnvironment() {
    Place app = machine().env("CONTAINER_APP_NAME", "cart");
    AzureDetector detector = new AzureDetector(app.surroundings());

    assertThat(detector.isLocal()).isTrue();
    assertThat(Detected.by(detector))
        .isEqualTo(
            Map.of(
                "cloud.provider", "azure",
                "cloud.platform", "azure.container_apps",
                "service.name", "cart"));
  }

  @Test
  void asksNobodyWithoutAHintOfTheCloud() {
    Place hyperV =
        new Place(root)
            .metadata(server.address())
            .file("/sys/class/dmi/id/sys_vendor", "Microsoft Corporation\n");
    AzureDetector elsewhere = new AzureDetector(hyperV.surroundings());

    assertThat(elsewhere.isLocal()).isTrue();
    assertThat(Detected.by(elsewhere)).isEmpty();
    assertThat(server.requests).isEmpty();
  }

  private void knowsMachineIn(String group) {
    server.answers(
        "GET /metadata/instance/compute?api-version=2021-02-01&format=json",
        "Metadata",
        "true",
        """
        {
          "azEnvironment": "AZUREPUBLICCLOUD",
          "additionalCapabilities": {"hibernationEnabled": "false"},
          "location": "westeurope",
          "name": "web-1",
          "osType": "Linux",
          "publicKeys": [{"keyData": "ssh-rsa 0", "path": "/home/user/.ssh/authorized_keys"}],
          "resourceGroupName": "%s",
          "resourceId": "/subscriptions/%s/web-1",
          "sku": "18.04-LTS",
          "subscriptionId": "%s",
          "tags": "",
          "vmId": "02aab8a4-74ef-476e-8182-f6d2ba4166a6",
          "vmSize": "Standard_A3",
          "zone": ""
        }
        """
            .formatted(group, SUBSCRIPTION, SUBSCRIPTION));
  }

  private Place machine() {
    return new Place(root)
        .metadata(server.address())
        .file("/sys/class/dmi/id/chassis_asset_tag", "7783-7084-3265-9085-8269-3286-77\n");
  }

  private Place site() {
    return new Place(root)
        .env("WEBSITE_SITE_NAME", "cart")
        .env("WEBSITE_OWNER_NAME", SUBSCRIPTION + "+shop-WestEuropewebspace-Linux")
        .env("WEBSITE_RESOURCE_GROUP", "shop")
        .env("WEBSITE_SLOT_NAME", "staging")
        .env("REGION_NAME", "West Europe");
  }
}

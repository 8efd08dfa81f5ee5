package io.heliograph.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.config.ConfigurationException;
import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import io.heliograph.export.Resource;
import io.heliograph.internal.detect.BuiltInDetectors;
import io.heliograph.internal.detect.Surroundings;
import io.heliograph.internal.diagnostics.ListLogger;
import io.heliograph.pipeline.ResourceDetector;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the settings to the resource, with the built-in detectors and others. */
@Timeout(60)
class ResourceDetectionTest {

  private static final AttributeKey<String> HOST_NAME = AttributeKey.stringKey("host.name");
  private static final AttributeKey<String> SERVICE_VERSION =
      AttributeKey.stringKey("service.version");
  private static final String DETECTORS = "heliograph.resource.detectors";

  @TempDir Path root;
  private final List<String> log = new ArrayList<>();
  private URI metadata = URI.create("http://127.0.0.1:1");

  @Test
  void detectsTheSurroundingsByDefault() {
    Attributes attributes = resource(Map.of()).attributes();

    assertThat(attributes.asMap().keySet().stream().map(AttributeKey::getKey))
        .contains(
            "service.instance.id", "host.name", "os.type", "process.pid", "k8s.namespace.name")
        .noneMatch(key -> key.startsWith("cloud."));
    assertThat(log).isEmpty();
  }

  @Test
  void saysWhichSchemaTheAttributesFollow() {
    assertThat(resource(Map.of()).schemaUrl()).isEqualTo(ResourceAssembly.SCHEMA_URL);
  }

  @Test
  void asksOnlyDetectorsThatAreNamed() {
    Attributes attributes = resource(Map.of(DETECTORS, "os")).attributes();

    assertThat(attributes.get(AttributeKey.stringKey("os.type"))).isEqualTo("linux");
    assertThat(attributes.get(HOST_NAME)).isNull();
  }

  @Test
  void asksNoDetectorWhenThereShallBeNoneOrTheEngineIsOff() {
    Map<String, String> disabled = Map.of("heliograph.sdk.disabled", "true");

    assertThat(resource(Map.of(DETECTORS, "none")).attributes().get(HOST_NAME)).isNull();
    assertThat(resource(disabled).attributes().get(HOST_NAME)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"host,k8s", "none,host"})
  void refusesAnUnknownNameAndSaysWhichThereAre(String names) {
    assertThatThrownBy(() -> resource(Map.of(DETECTORS, names)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(DETECTORS + " = \"" + names + "\"")
        .hasMessageContaining(
            "none, or a comma separated list of aws, azure, cloud, container, gcp, host,"
                + " kubernetes, os, process, service");
  }

  @Test
  void letsAFrameworkAddItsBuildToTheService() {
    ResourceDetector build =
        detector("service", () -> Resource.of(Attributes.of(SERVICE_VERSION, "1.4.2")));

    Attributes attributes = resource(Map.of(), build).attributes();

    assertThat(attributes.get(SERVICE_VERSION)).isEqualTo("1.4.2");
    assertThat(attributes.get(AttributeKey.stringKey("service.instance.id"))).isNotNull();
  }

  @Test
  void letsConfiguredAttributesWin() {
    Map<String, String> settings = Map.of("heliograph.resource.attributes", "host.name=given");

    assertThat(resource(settings).attributes().get(HOST_NAME)).isEqualTo("given");
  }

  @Test
  void losesOnlyWhatAHangingMetadataServiceWouldSay() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
      metadata = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      write("/sys/class/dmi/id/sys_vendor", "Amazon EC2");

      Attributes attributes =
          resource(Map.of(DETECTORS, "host,cloud"), Duration.ofMillis(200)).attributes();

      assertThat(attributes.get(HOST_NAME)).isEqualTo("web-1");
      assertThat(attributes.get(AttributeKey.stringKey("cloud.provider"))).isNull();
      assertThat(log)
          .containsExactly(
              "Heliograph: resource detector aws is left out, it did not answer within 200 ms");
    }
  }

  @Test
  void losesOnlyWhatAFailingOrHangingDetectorWouldSay() {
    ResourceDetector failing =
        detector(
            "failing",
            () -> {
              throw new LinkageError("no such class");
            });
    ResourceDetector hanging =
        detector(
            "hanging",
            () -> {
              awaitForever();
              return Resource.empty();
            });

    Attributes attributes =
        resource(
                Map.of(DETECTORS, "failing,hanging,host"), Duration.ofMillis(200), failing, hanging)
            .attributes();

    assertThat(attributes.get(HOST_NAME)).isEqualTo("web-1");
    assertThat(log)
        .containsExactly(
            "Heliograph: resource detector failing is left out, it failed:"
                + " java.lang.LinkageError: no such class",
            "Heliograph: resource detector hanging is left out, it did not answer within 200 ms");
  }

  @Test
  void startsAThreadOnlyForWhatMayWait() {
    Map<String, Thread> threads = new HashMap<>();
    ResourceDetector foreign =
        detector(
            "foreign",
            () -> {
              threads.put("foreign", Thread.currentThread());
              return Resource.empty();
            });
    LocalDetector local =
        new LocalDetector() {
          @Override
          public String name() {
            return "local";
          }

          @Override
          public Resource detect() {
            threads.put("local", Thread.currentThread());
            return Resource.empty();
          }
        };

    resource(Map.of(DETECTORS, "foreign,local"), foreign, local);

    assertThat(threads.get("local")).isSameAs(Thread.currentThread());
    assertThat(threads.get("foreign")).isNotSameAs(Thread.currentThread());
  }

  private Resource resource(Map<String, String> properties, ResourceDetector... others) {
    return resource(properties, Duration.ofSeconds(30), others);
  }

  private Resource resource(
      Map<String, String> properties, Duration budget, ResourceDetector... others) {
    write("/proc/sys/kernel/hostname", "web-1");
    write("/var/run/secrets/kubernetes.io/serviceaccount/namespace", "shop");
    Surroundings surroundings =
        new Surroundings(
            root,
            Map.of("KUBERNETES_SERVICE_HOST", "10.96.0.1"),
            Map.of("os.name", "Linux", "os.version", "6.1"),
            metadata);
    List<ResourceDetector> detectors = new ArrayList<>(BuiltInDetectors.of(surroundings));
    detectors.addAll(List.of(others));
    Settings settings = Settings.load(PropertySource.of(properties, "test"), Map.of());
    return ResourceAssembly.resource(
        settings, detectors, new DetectorRunner(budget, new ListLogger(log)));
  }

  private void write(String path, String text) {
    try {
      Path file = root.resolve(path.substring(1));
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static void awaitForever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static ResourceDetector detector(String name, Supplier<Resource> detect) {
    return new ResourceDetector() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Resource detect() {
        return detect.get();
      }
    };
  }
}

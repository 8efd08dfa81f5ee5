package io.heliograph.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.builder.BuildChainBuilder;
import io.quarkus.builder.BuildContext;
import io.quarkus.deployment.builditem.GeneratedResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.RuntimeInitializedClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;
import io.quarkus.test.QuarkusUnitTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No native compiler is asked: these are the items that the build would hand to one. */
class NativeImageTest {

  private static final String SEEN = "native-image-items";

  @RegisterExtension
  static final QuarkusUnitTest APPLICATION =
      new QuarkusUnitTest().withEmptyApplication().addBuildChainCustomizer(NativeImageTest::look);

  private static void look(BuildChainBuilder chain) {
    chain
        .addBuildStep(NativeImageTest::keep)
        .consumes(NativeImageResourceBuildItem.class)
        .consumes(ServiceProviderBuildItem.class)
        .consumes(ReflectiveClassBuildItem.class)
        .consumes(RuntimeInitializedClassBuildItem.class)
        .produces(GeneratedResourceBuildItem.class)
        .build();
  }

  /** As a resource of the application, which is what the test can see. */
  private static void keep(BuildContext build) {
    Stream<String> resources =
        build.consumeMulti(NativeImageResourceBuildItem.class).stream()
            .flatMap(item -> item.getResources().stream())
            .map(name -> "resource " + name);
    Stream<String> services =
        build.consumeMulti(ServiceProviderBuildItem.class).stream()
            .flatMap(
                item ->
                    Stream.concat(Stream.of("none"), item.providers().stream())
                        .map(provider -> service(item) + " " + provider));
    Stream<String> reflective =
        build.consumeMulti(ReflectiveClassBuildItem.class).stream()
            .flatMap(item -> item.getClassNames().stream())
            .map(name -> "reflective " + name);
    Stream<String> classes =
        build.consumeMulti(RuntimeInitializedClassBuildItem.class).stream()
            .map(item -> "at run time " + item.getClassName());
    String all =
        Stream.of(resources, services, reflective, classes)
            .flatMap(lines -> lines)
            .collect(Collectors.joining("\n"));
    build.produce(new GeneratedResourceBuildItem(SEEN, all.getBytes(StandardCharsets.UTF_8)));
  }

  private static String service(ServiceProviderBuildItem item) {
    return item.serviceDescriptorFile().substring("META-INF/services/".length());
  }

  @Test
  void whatTheEngineLooksUpIsRegistered() throws Exception {
    assertThat(seen())
        .contains(
            "resource io/heliograph/internal/version.txt",
            "io.heliograph.pipeline.SamplerProvider none",
            "io.heliograph.pipeline.ResourceDetector none",
            "io.opentelemetry.context.ContextStorageProvider"
                + " io.heliograph.vertx.DuplicatedContextStorage",
            "reflective org.yaml.snakeyaml.Yaml",
            "at run time io.heliograph.internal.metrics.Cells");
  }

  /** Or these names would mean nothing. */
  @Test
  void whatIsNamedExists() throws Exception {
    for (String line : seen()) {
      String[] words = line.split(" ");
      String name = words[words.length - 1];
      if (line.startsWith("at run time io.heliograph")) {
        assertThat(Class.forName(name, false, getClass().getClassLoader())).isNotNull();
      }
      if (line.startsWith("resource io/heliograph")) {
        assertThat(getClass().getClassLoader().getResource(name)).as(name).isNotNull();
      }
    }
  }

  private static List<String> seen() throws Exception {
    try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(SEEN)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}

package io.heliograph.samples.runner;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A framework that has the shop: where its package is, and how a service is told what it is. */
enum Framework {
  SPRING_BOOT(
      "spring-boot/target/shop-spring-boot.jar",
      17,
      List.of(
          "spring.profiles.active={part}",
          "server.port={port}",
          "spring.datasource.url={url}",
          "spring.config.additional-location={yml}"),
      List.of("Starting ShopApplication", "Started ShopApplication")),

  QUARKUS(
      "quarkus/target/quarkus-app/quarkus-run.jar",
      17,
      List.of(
          "quarkus.profile={part},{database}",
          "quarkus.http.port={port}",
          "quarkus.datasource.{database}.jdbc.url={url}",
          "quarkus.config.locations={yml}"),
      List.of("shop ", "Installed features")),

  MICRONAUT(
      "micronaut/target/shop-micronaut.jar",
      25,
      List.of(
          "micronaut.environments={part},{database}",
          "micronaut.server.port={port}",
          "shop.database-url={url}",
          "micronaut.config.files={yml}"),
      List.of("Established active environments", "Startup completed"));

  private final String jar;
  private final int javaVersion;

  @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed.
  private final List<String> properties;

  @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed.
  private final List<String> startLines;

  Framework(String jar, int javaVersion, List<String> properties, List<String> startLines) {
    this.jar = jar;
    this.javaVersion = javaVersion;
    this.properties = properties;
    this.startLines = startLines;
  }

  /** The name on the command line, such as {@code spring-boot}. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Framework of(String id) {
    for (Framework framework : values()) {
      if (framework.id().equals(id)) {
        return framework;
      }
    }
    throw new IllegalArgumentException("unknown: " + id);
  }

  /** How the first and the last line begin that a service logs when it starts. */
  List<String> startLines() {
    return startLines;
  }

  Path jar(Path samples) {
    return samples.resolve(jar);
  }

  /** The version of Java that the package is made for. */
  int javaVersion() {
    return javaVersion;
  }

  /**
   * The system properties of a service, each as {@code key=value}.
   *
   * @param applicationYml more settings
   */
  List<String> properties(Part part, int port, Database database, Path applicationYml) {
    Map<String, String> values =
        Map.of(
            "{part}", part.id(),
            "{port}", String.valueOf(port),
            "{database}", database.id(),
            "{url}", database.url(),
            "{yml}", applicationYml.toUri().toString());
    return properties.stream().map(property -> filled(property, values)).toList();
  }

  private static String filled(String property, Map<String, String> values) {
    String filled = property;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace(value.getKey(), value.getValue());
    }
    return filled;
  }
}

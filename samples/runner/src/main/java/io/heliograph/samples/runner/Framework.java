package io.heliograph.samples.runner;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A framework that has the shop, and what it calls the settings that each framework has. */
enum Framework {
  SPRING_BOOT(
      "spring-boot/target/shop-spring-boot.jar",
      "spring.profiles.active",
      "server.port",
      "spring.datasource.url",
      List.of("Starting ShopApplication", "Started ShopApplication"));

  private final String jar;
  private final String profileKey;
  private final String portKey;
  private final String databaseKey;

  @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed.
  private final List<String> startLines;

  Framework(
      String jar, String profileKey, String portKey, String databaseKey, List<String> startLines) {
    this.jar = jar;
    this.profileKey = profileKey;
    this.portKey = portKey;
    this.databaseKey = databaseKey;
    this.startLines = startLines;
  }

  /** The name on the command line, such as {@code spring-boot}. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How the first and the last line begin that a service logs when it starts. */
  List<String> startLines() {
    return startLines;
  }

  Path jar(Path samples) {
    return samples.resolve(jar);
  }

  List<String> properties(Part part, int port, String databaseUrl) {
    return List.of(
        profileKey + "=" + part.id(), portKey + "=" + port, databaseKey + "=" + databaseUrl);
  }
}

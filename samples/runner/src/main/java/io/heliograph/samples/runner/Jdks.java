package io.heliograph.samples.runner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Where JDKs are: a service may need a newer one than the runner has.
 *
 * @param homes JDKs, the first before all others
 * @param folders what has JDKs in it
 */
record Jdks(List<Path> homes, List<Path> folders) {

  /** The JDK of this process, those that {@code JAVA_HOME...} names, and where they are usually. */
  static Jdks ofThisMachine() {
    Path own = Path.of(System.getProperty("java.home"));
    List<Path> homes = new ArrayList<>(List.of(own));
    System.getenv().entrySet().stream()
        .filter(variable -> variable.getKey().startsWith("JAVA_HOME"))
        .sorted(Map.Entry.comparingByKey())
        .forEach(variable -> homes.add(Path.of(variable.getValue())));
    Path sdkman = Path.of(System.getProperty("user.home"), ".sdkman/candidates/java");
    Path beside = own.resolveSibling("");
    return new Jdks(homes, List.of(beside, Path.of("/usr/lib/jvm"), sdkman));
  }

  /**
   * The command of the first JDK that has that version, or a later one.
   *
   * @throws IllegalStateException if there is none, with a message for whoever has to install it
   */
  Path java(int version) {
    return Stream.concat(homes.stream(), folders.stream().flatMap(Jdks::children))
        .filter(home -> version(home) >= version)
        .map(home -> home.resolve("bin/java"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    ("The shop needs a JDK %d. None of these is one: %s; nor is any in %s."
                            + " Say where it is in JAVA_HOME_%d.")
                        .formatted(version, homes, folders, version)));
  }

  private static Stream<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList().stream();
    } catch (IOException notThere) {
      return Stream.empty();
    }
  }

  /** What the JDK says of itself; 0 if it says nothing. */
  private static int version(Path home) {
    Properties release = new Properties();
    try (InputStream file = Files.newInputStream(home.resolve("release"))) {
      release.load(file);
      String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
      return Runtime.Version.parse(version).feature();
    } catch (IOException | IllegalArgumentException unknown) {
      return 0;
    }
  }
}

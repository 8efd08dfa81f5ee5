package io.heliograph.spring;

import io.heliograph.config.PropertySource;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Defines those classes of ours and of OpenTelemetry's API that every start needs, before they are
 * asked for.
 *
 * <p>Inside an executable jar, Boot's class loader asks one jar after the other for each class, and
 * ours are behind those of Spring and Tomcat: finding a class costs more than reading and checking
 * it, and a start needs hundreds. Here they come straight out of their jars. RATIONALE.md says what
 * that saves; {@code benchmarks/start-up-classes} writes the lists.
 *
 * <p>Whatever does not work is left to the class loader, which finds it later, as it would have
 * anyway. From directories and plain jars, where looking is cheap, nothing is defined here.
 */
final class NestedJarClasses {

  /** What the first log lines, the settings and the definitions of beans need. */
  static final String EARLY = "early-classes.txt";

  /** What the engine and its first request need, in addition. */
  static final String ENGINE = "engine-classes.txt";

  /** So many, and none that was not: an application before this one has them all. */
  private static final int ENOUGH = 5;

  private final DefiningLoader loader;
  private final List<Jar> jars;

  private NestedJarClasses(DefiningLoader loader, List<Jar> jars) {
    this.loader = loader;
    this.jars = jars;
  }

  /** Defines the classes of a list. */
  static void define(String list) {
    define(list, PropertySource.class, NestedJarClasses.class, OpenTelemetry.class, Context.class);
  }

  /**
   * Defines the classes of a list in the class loader of these.
   *
   * @param neighbours one class of each jar
   */
  static void define(String list, Class<?>... neighbours) {
    try {
      ClassLoader loader = neighbours[0].getClassLoader();
      List<Jar> jars = new ArrayList<>();
      for (Class<?> neighbour : neighbours) {
        JarFile file = loader.equals(neighbour.getClassLoader()) ? file(neighbour) : null;
        if (file != null) {
          jars.add(new Jar(file, neighbour.getProtectionDomain()));
        }
      }
      if (!jars.isEmpty()) {
        new NestedJarClasses(new DefiningLoader(loader), jars).defineAll(names(list));
      }
    } catch (Throwable e) {
      System.getLogger("io.heliograph.spring")
          .log(System.Logger.Level.DEBUG, "classes of " + list + " are left to be found", e);
    }
  }

  /** The cached one, which the class loader reads too; null where it is no jar by a jar's URL. */
  private static @Nullable JarFile file(Class<?> neighbour) throws IOException {
    CodeSource source = neighbour.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    return location != null && location.openConnection() instanceof JarURLConnection connection
        ? connection.getJarFile()
        : null;
  }

  /** The names in a list, in the order in which they are defined. */
  static List<String> names(String list) throws IOException {
    try (InputStream in = NestedJarClasses.class.getResourceAsStream(list)) {
      return in == null
          ? List.of()
          : List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
    }
  }

  private void defineAll(List<String> names) throws Throwable {
    int defined = 0;
    int alreadyThere = 0;
    for (String name : names) {
      if (isDefined(name)) {
        defined++;
      } else {
        alreadyThere++;
      }
      if (defined == 0 && alreadyThere == ENOUGH) {
        return;
      }
    }
  }

  /** Defines it unless it is there; answers whether it did. */
  private boolean isDefined(String name) throws Throwable {
    String path = name.replace('.', '/') + ".class";
    for (Jar jar : jars) {
      byte[] bytes = jar.read(path);
      if (bytes != null) {
        try {
          return loader.define(name, bytes, jar.domain());
        } catch (LinkageError e) {
          // What it extends belongs to a part that the application has not.
          return false;
        }
      }
    }
    return false;
  }

  /** A jar, and the domain of its classes. */
  private record Jar(JarFile file, ProtectionDomain domain) {

    byte @Nullable [] read(String path) throws IOException {
      JarEntry entry = file.getJarEntry(path);
      if (entry == null) {
        return null;
      }
      try (InputStream in = file.getInputStream(entry)) {
        return in.readNBytes((int) entry.getSize());
      }
    }
  }
}

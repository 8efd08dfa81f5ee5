package io.heliograph.spring;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Defines those of core's classes that every start needs, before they are asked for.
 *
 * <p>Inside an executable jar, Boot's class loader asks one jar after the other for each class, and
 * ours is behind those of Spring and Tomcat: finding a class costs more than reading and checking
 * it, and a start needs hundreds. Here they come straight out of the one jar. RATIONALE.md says
 * what that saves; {@code benchmarks/start-up-classes} writes the lists.
 *
 * <p>Whatever does not work is left to the class loader, which finds it later, as it would have
 * anyway. From directories and plain jars, where looking is cheap, nothing is defined here.
 */
final class NestedJarClasses {

  /** What the settings need. */
  static final String SETTINGS = "settings-classes.txt";

  /** What the engine and its first request need, in addition. */
  static final String ENGINE = "engine-classes.txt";

  /** So many, and none that was not: an application before this one has them all. */
  private static final int ENOUGH = 5;

  private final ClassLoader loader;
  private final JarFile jar;
  private final Map<String, Lookup> packages = new HashMap<>();

  private NestedJarClasses(ClassLoader loader, JarFile jar) {
    this.loader = loader;
    this.jar = jar;
  }

  /**
   * Defines the classes of a list.
   *
   * <p>One at a time: whoever starts a second application beside the first must not come upon a
   * class that both define.
   *
   * @param neighbour a class of the same jar and class loader
   */
  static synchronized void define(String list, Class<?> neighbour) {
    try {
      JarFile jar = jar(neighbour);
      if (jar != null) {
        new NestedJarClasses(neighbour.getClassLoader(), jar).defineAll(names(list));
      }
    } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError e) {
      System.getLogger("io.heliograph.spring")
          .log(System.Logger.Level.DEBUG, "classes of " + list + " are left to be found", e);
    }
  }

  /** The cached one, which the class loader reads too; null where it is no jar by a jar's URL. */
  private static @Nullable JarFile jar(Class<?> neighbour) throws IOException {
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
          : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private void defineAll(List<String> names) throws IOException, ReflectiveOperationException {
    int defined = 0;
    int alreadyThere = 0;
    for (String name : names) {
      try {
        defined += define(name) ? 1 : 0;
      } catch (LinkageError e) {
        alreadyThere++;
      }
      if (defined == 0 && alreadyThere == ENOUGH) {
        return;
      }
    }
  }

  /** Answers whether it did; a package's first class is found, for the right to define others. */
  private boolean define(String name) throws IOException, ReflectiveOperationException {
    String ownPackage = name.substring(0, name.lastIndexOf('.'));
    Lookup lookup = packages.get(ownPackage);
    if (lookup == null) {
      Class<?> found = Class.forName(name, false, loader);
      packages.put(ownPackage, MethodHandles.privateLookupIn(found, MethodHandles.lookup()));
      return false;
    }
    JarEntry entry = jar.getJarEntry(name.replace('.', '/') + ".class");
    if (entry == null) {
      return false;
    }
    try (InputStream in = jar.getInputStream(entry)) {
      lookup.defineClass(in.readAllBytes());
    }
    return true;
  }
}

package io.heliograph.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.heliograph.Heliograph;
import io.heliograph.config.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With core in a jar that a class loader reads as Boot's does: by the URL of a jar. */
class NestedJarClassesTest {

  @TempDir static Path directory;
  private static Path core;

  @BeforeAll
  static void packCore() throws Exception {
    Path location =
        Path.of(Heliograph.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    core = Files.isDirectory(location) ? pack(location) : location;
  }

  @ParameterizedTest
  @ValueSource(strings = {NestedJarClasses.SETTINGS, NestedJarClasses.ENGINE})
  void listsNameClassesOfCore(String list) throws Exception {
    List<String> names = NestedJarClasses.names(list);

    assertThat(names).hasSizeGreaterThan(50).doesNotHaveDuplicates();
    assertThatNoException()
        .as("a class of benchmarks/start-up-classes is gone")
        .isThrownBy(
            () -> {
              for (String name : names) {
                Class.forName(name, false, Heliograph.class.getClassLoader());
              }
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {NestedJarClasses.SETTINGS, NestedJarClasses.ENGINE})
  void definesMostClassesUnasked(String list) throws Exception {
    try (CountingLoader loader = new CountingLoader(jarUrl())) {
      NestedJarClasses.define(list, loader.loadClass(Heliograph.class.getName()));

      List<String> names = NestedJarClasses.names(list);
      List<String> defined = names.stream().filter(name -> !loader.asked.contains(name)).toList();
      assertThat(defined).hasSizeGreaterThan(names.size() * 3 / 4);
      for (String name : defined) {
        assertThat(loader.loadClass(name).getClassLoader()).isSameAs(loader);
      }
      assertThat(loader.asked).doesNotContainAnyElementsOf(defined);
    }
  }

  @Test
  void leavesClassesOfPlainJarsToTheirLoader() throws Exception {
    try (CountingLoader loader = new CountingLoader(core.toUri().toURL())) {
      NestedJarClasses.define(
          NestedJarClasses.SETTINGS, loader.loadClass(Settings.class.getName()));

      assertThat(loader.asked).isNotEmpty().doesNotContain("io.heliograph.config.UnknownKeys");
      loader.loadClass("io.heliograph.config.UnknownKeys");
      assertThat(loader.asked).contains("io.heliograph.config.UnknownKeys");
    }
  }

  @Test
  void definesNothingTwice() throws Exception {
    try (CountingLoader loader = new CountingLoader(jarUrl())) {
      Class<?> neighbour = loader.loadClass(Heliograph.class.getName());
      NestedJarClasses.define(NestedJarClasses.ENGINE, neighbour);
      Class<?> before = loader.loadClass("io.heliograph.Assembly");

      NestedJarClasses.define(NestedJarClasses.ENGINE, neighbour);

      assertThat(loader.loadClass("io.heliograph.Assembly")).isSameAs(before);
    }
  }

  private static Path pack(Path classes) throws IOException {
    Path jar = directory.resolve("core.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, entries);
      }
    }
    return jar;
  }

  /** The JDK's own class loader sees through the URL of a jar, unless its handler is another's. */
  private static URL jarUrl() throws IOException {
    return new URL(null, "jar:" + core.toUri() + "!/", new OtherHandler());
  }

  private static final class OtherHandler extends URLStreamHandler {

    @Override
    protected URLConnection openConnection(URL url) throws IOException {
      return new URL(url.toString()).openConnection();
    }
  }

  /** Has core's classes of its own, and counts for which it looked. */
  private static final class CountingLoader extends URLClassLoader {

    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    CountingLoader(URL url) {
      super(new URL[] {url}, new WithoutCore());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      asked.add(name);
      return super.findClass(name);
    }
  }

  private static final class WithoutCore extends ClassLoader {

    WithoutCore() {
      super(Heliograph.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("io.heliograph.")) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }
  }
}

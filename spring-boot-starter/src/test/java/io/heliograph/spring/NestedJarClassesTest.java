package io.heliograph.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.heliograph.Heliograph;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With our classes in jars that a class loader reads as Boot's does: by the URL of a jar. */
class NestedJarClassesTest {

  private static final String ENGINE_CLASS = "io.heliograph.Assembly";
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  /** One of each jar. */
  private static final List<Class<?>> NEIGHBOURS =
      List.of(Heliograph.class, NestedJarClasses.class, OpenTelemetry.class, Context.class);

  @TempDir static Path directory;
  private static final List<Path> JARS = new ArrayList<>();

  @BeforeAll
  static void pack() throws Exception {
    for (Class<?> neighbour : NEIGHBOURS) {
      Path location =
          Path.of(neighbour.getProtectionDomain().getCodeSource().getLocation().toURI());
      JARS.add(Files.isDirectory(location) ? pack(location, neighbour) : location);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {NestedJarClasses.EARLY, NestedJarClasses.ENGINE})
  void listsNameClasses(String list) throws Exception {
    List<String> names = ours(list);

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
  @ValueSource(strings = {NestedJarClasses.EARLY, NestedJarClasses.ENGINE})
  void definesMostClassesUnasked(String list) throws Exception {
    try (CountingLoader loader = new CountingLoader(jarUrls())) {
      NestedJarClasses.define(list, loader.neighbours());

      List<String> names = ours(list);
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
    try (CountingLoader loader = new CountingLoader(plainUrls())) {
      NestedJarClasses.define(NestedJarClasses.ENGINE, loader.neighbours());

      assertThat(loader.asked).isNotEmpty().doesNotContain(ENGINE_CLASS);
      loader.loadClass(ENGINE_CLASS);
      assertThat(loader.asked).contains(ENGINE_CLASS);
    }
  }

  @Test
  void leavesClassesToALoaderThatGrantsNoRights() throws Exception {
    try (URLClassLoader ofTheJdk = new URLClassLoader(jarUrls(), new WithoutOurs())) {
      Class<?> neighbour = ofTheJdk.loadClass(Heliograph.class.getName());

      NestedJarClasses.define(NestedJarClasses.ENGINE, neighbour);

      assertThat(ofTheJdk.loadClass(ENGINE_CLASS).getClassLoader()).isSameAs(ofTheJdk);
    }
  }

  @Test
  void definesNothingTwice() throws Exception {
    try (CountingLoader loader = new CountingLoader(jarUrls())) {
      NestedJarClasses.define(NestedJarClasses.ENGINE, loader.neighbours());
      Class<?> before = loader.loadClass(ENGINE_CLASS);

      NestedJarClasses.define(NestedJarClasses.ENGINE, loader.neighbours());

      assertThat(loader.loadClass(ENGINE_CLASS)).isSameAs(before);
    }
  }

  @Test
  void waitsForAThreadThatLoadsTheSameClass() throws Exception {
    try (CountingLoader loader = new CountingLoader(jarUrls())) {
      CountDownLatch goOn = new CountDownLatch(1);
      loader.hold(ENGINE_CLASS, goOn);
      FutureTask<Class<?>> loading = new FutureTask<>(() -> loader.loadClass(ENGINE_CLASS));
      start(loading);
      assertThat(loader.entered.await(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();

      Class<?>[] neighbours = loader.neighbours();
      Thread defining = start(() -> NestedJarClasses.define(NestedJarClasses.ENGINE, neighbours));
      awaitBlocked(defining);
      goOn.countDown();

      assertThat(loading.get(DEADLINE.toSeconds(), TimeUnit.SECONDS).getClassLoader())
          .isSameAs(loader);
      defining.join(DEADLINE.toMillis());
      assertThat(defining.isAlive()).isFalse();
    }
  }

  /** The API's differ from version to version; those that are not there are passed over. */
  private static List<String> ours(String list) throws IOException {
    return NestedJarClasses.names(list).stream()
        .filter(name -> name.startsWith("io.heliograph."))
        .toList();
  }

  private static Thread start(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void awaitBlocked(Thread thread) {
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    while (thread.getState() != Thread.State.BLOCKED) {
      assertThat(System.nanoTime()).as("it does not wait").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private static Path pack(Path classes, Class<?> neighbour) throws IOException {
    Path jar = directory.resolve(neighbour.getSimpleName() + ".jar");
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

  private static URL[] plainUrls() throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path jar : JARS) {
      urls.add(jar.toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }

  /** The JDK's own class loader sees through the URL of a jar, unless its handler is another's. */
  private static URL[] jarUrls() throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path jar : JARS) {
      urls.add(new URL(null, "jar:" + jar.toUri() + "!/", new OtherHandler()));
    }
    return urls.toArray(URL[]::new);
  }

  private static final class OtherHandler extends URLStreamHandler {

    @Override
    protected URLConnection openConnection(URL url) throws IOException {
      return new URL(url.toString()).openConnection();
    }
  }

  /** Has our classes for itself, and counts for which it looked. */
  private static final class CountingLoader extends URLClassLoader {

    static {
      registerAsParallelCapable();
    }

    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final CountDownLatch entered = new CountDownLatch(1);

    CountingLoader(URL[] urls) {
      super(urls, new WithoutOurs());
    }

    /** Does not answer for this class until then. */
    void hold(String name, CountDownLatch until) {
      held.put(name, until);
    }

    Class<?>[] neighbours() throws ClassNotFoundException {
      List<Class<?>> own = new ArrayList<>();
      for (Class<?> neighbour : NEIGHBOURS) {
        own.add(loadClass(neighbour.getName()));
      }
      return own.toArray(Class<?>[]::new);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      asked.add(name);
      CountDownLatch until = held.get(name);
      if (until != null) {
        entered.countDown();
        await(until);
      }
      return super.findClass(name);
    }

    private static void await(CountDownLatch latch) throws ClassNotFoundException {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new ClassNotFoundException("interrupted", e);
      }
    }
  }

  private static final class WithoutOurs extends ClassLoader {

    WithoutOurs() {
      super(Heliograph.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("io.heliograph.") || name.startsWith("io.opentelemetry.")) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }
  }
}

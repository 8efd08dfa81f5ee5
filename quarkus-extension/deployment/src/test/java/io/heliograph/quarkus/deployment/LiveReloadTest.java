package io.heliograph.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusDevModeTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code -Dheliograph.reloads=20} takes two minutes on a busy machine. */
class LiveReloadTest {

  private static final int RELOADS = Integer.getInteger("heliograph.reloads", 6);
  private static final int PORT = freePort();
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** With a destination, which has threads; nobody listens there. */
  private static final String SETTINGS =
      String.join(
          "\n",
          "quarkus.http.port=" + PORT,
          "heliograph.exporter.otlp.endpoint=http://127.0.0.1:1",
          "heliograph.metric.export.interval=50",
          "heliograph.shutdown.timeout=100");

  /**
   * The current one, and those of which Vert.x and Quarkus' executor keep the class loader: their
   * threads outlive reloads, and were made in the first generation or used by the one before.
   */
  private static final Set<Integer> GENERATIONS_OF_QUARKUS = Set.of(0, RELOADS - 1, RELOADS);

  /** What each engine has: workers, and threads for what it sends. */
  private static final List<String> ENGINE =
      List.of("heliograph-export", "heliograph-metrics", "heliograph-http");

  @RegisterExtension
  static final QuarkusDevModeTest APPLICATION =
      new QuarkusDevModeTest()
          .withApplicationRoot(
              jar ->
                  jar.addClass(ReloadedRoutes.class)
                      .addAsResource(new StringAsset(SETTINGS), "application.properties"));

  /** By their ids, because a thread keeps the class loader that it was made with. */
  private final Set<Long> threadsOfEarlierEngines = new TreeSet<>();

  @Test
  void leavesNoThreadAndNoClassLoaderAndNoDoubledHandler() throws Exception {
    for (int reload = 1; reload <= RELOADS; reload++) {
      String replaced = "generation " + (reload - 1);
      String with = "generation " + reload;
      awaitAWholeEngine();
      engineThreads().map(Thread::getId).forEach(threadsOfEarlierEngines::add);
      APPLICATION.modifySourceFile(
          ReloadedRoutes.class, source -> source.replace(replaced + "\"", with + "\""));
      assertThat(get("/generation")).isEqualTo(with);
      assertThat(get("/handlers")).isEqualTo("1");
    }

    awaitAWholeEngine();
    await(() -> left().isEmpty());
    assertThat(left()).as("threads of earlier engines").isEmpty();
    await(() -> GENERATIONS_OF_QUARKUS.containsAll(reachableGenerations()));
    assertThat(reachableGenerations()).isSubsetOf(GENERATIONS_OF_QUARKUS);
  }

  private static List<Integer> reachableGenerations() {
    return Stream.of(get("/loaders").split(",")).map(Integer::valueOf).toList();
  }

  private void awaitAWholeEngine() {
    await(() -> partsOfThisEngine().equals(ENGINE));
    assertThat(partsOfThisEngine()).as("what would be left behind").isEqualTo(ENGINE);
  }

  private List<String> partsOfThisEngine() {
    List<String> names =
        engineThreads()
            .filter(thread -> !threadsOfEarlierEngines.contains(thread.getId()))
            .map(Thread::getName)
            .toList();
    return ENGINE.stream()
        .filter(part -> names.stream().anyMatch(name -> name.startsWith(part)))
        .toList();
  }

  private List<String> left() {
    return engineThreads()
        .filter(thread -> threadsOfEarlierEngines.contains(thread.getId()))
        .map(Thread::getName)
        .toList();
  }

  /** The application runs in this JVM. */
  private static Stream<Thread> engineThreads() {
    return Thread.getAllStackTraces().keySet().stream().filter(LiveReloadTest::isOfAnEngine);
  }

  private static boolean isOfAnEngine(Thread thread) {
    return thread.getName().startsWith("heliograph-");
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
  }

  private static String get(String path) {
    try (InputStream body = URI.create("http://localhost:" + PORT + path).toURL().openStream()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreachable) {
      throw new IllegalStateException(unreachable);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new IllegalStateException(none);
    }
  }
}

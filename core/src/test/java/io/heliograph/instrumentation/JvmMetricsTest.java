package io.heliograph.instrumentation;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import io.heliograph.export.HistogramPoint;
import io.heliograph.export.MetricData;
import io.heliograph.export.MetricPoint;
import io.heliograph.export.MetricType;
import io.heliograph.export.NumberPoint;
import io.opentelemetry.api.common.Attributes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The machine's own metrics, by the names and attributes of the semantic conventions. */
class JvmMetricsTest {

  private static final long DEADLINE_MILLIS = 30_000;

  private final MeteredTelemetry telemetry = new MeteredTelemetry();

  @AfterEach
  void close() {
    telemetry.close();
    assertThat(telemetry.lines).isEmpty();
  }

  @Test
  void stableMetricsAreRecordedByDefault() {
    try (JvmMetrics metrics = register()) {
      Map<String, MetricData> collected = telemetry.collect();
      assertThat(collected.keySet())
          .containsExactlyInAnyOrder(
              "jvm.memory.used",
              "jvm.memory.committed",
              "jvm.memory.limit",
              "jvm.memory.used_after_last_gc",
              "jvm.thread.count",
              "jvm.class.loaded",
              "jvm.class.unloaded",
              "jvm.class.count",
              "jvm.cpu.time",
              "jvm.cpu.count",
              "jvm.cpu.recent_utilization");
      assertThat(collected.get("jvm.memory.used").instrumentationScope().name())
          .isEqualTo("io.heliograph.jvm");
      assertKind(collected, "jvm.memory.used", MetricType.SUM, false, "By");
      assertKind(collected, "jvm.thread.count", MetricType.SUM, false, "{thread}");
      assertKind(collected, "jvm.class.loaded", MetricType.SUM, true, "{class}");
      assertKind(collected, "jvm.class.count", MetricType.SUM, false, "{class}");
      assertKind(collected, "jvm.cpu.time", MetricType.SUM, true, "s");
      assertKind(collected, "jvm.cpu.count", MetricType.SUM, false, "{cpu}");
      assertKind(collected, "jvm.cpu.recent_utilization", MetricType.GAUGE, false, "1");
    }
  }

  @Test
  void experimentalMetricsAreRecordedByKey() {
    try (JvmMetrics metrics = register("heliograph.jvm.experimental", "true")) {
      Map<String, MetricData> collected = telemetry.collect();
      assertThat(collected.keySet())
          .contains("jvm.memory.used", "jvm.cpu.time")
          .contains(
              "jvm.memory.init",
              "jvm.buffer.memory.used",
              "jvm.buffer.memory.limit",
              "jvm.buffer.count",
              "jvm.system.cpu.utilization",
              "jvm.system.cpu.load_1m",
              "jvm.file_descriptor.count",
              "jvm.file_descriptor.limit");
      assertKind(
          collected, "jvm.file_descriptor.count", MetricType.SUM, false, "{file_descriptor}");
      assertKind(collected, "jvm.system.cpu.load_1m", MetricType.GAUGE, false, "{run_queue_item}");
    }
  }

  @Test
  void memoryIsTheMachinesByPool() {
    try (JvmMetrics metrics = register()) {
      List<? extends MetricPoint> points = telemetry.points("jvm.memory.committed");
      assertThat(points).hasSameSizeAs(ManagementFactory.getMemoryPoolMXBeans());
      for (var pool : ManagementFactory.getMemoryPoolMXBeans()) {
        String type = pool.getType().name().equals("HEAP") ? "heap" : "non_heap";
        assertThat(points)
            .extracting(MetricPoint::attributes)
            .contains(
                Attributes.of(
                    stringKey("jvm.memory.pool.name"),
                    pool.getName(),
                    stringKey("jvm.memory.type"),
                    type));
      }
      long limits =
          ManagementFactory.getMemoryPoolMXBeans().stream()
              .filter(pool -> pool.getUsage().getMax() >= 0)
              .count();
      assertThat(telemetry.points("jvm.memory.limit")).hasSize((int) limits);
    }
  }

  @Test
  void buffersAreCountedByPool() {
    ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
    try (JvmMetrics metrics = register("heliograph.jvm.experimental", "true")) {
      long direct =
          value(
              "jvm.buffer.memory.used", Attributes.of(stringKey("jvm.buffer.pool.name"), "direct"));
      assertThat(direct).isGreaterThanOrEqualTo(buffer.capacity());
    }
  }

  @Test
  void threadsAreCountedByStateAndKind() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    Attributes waiting =
        Attributes.of(
            booleanKey("jvm.thread.daemon"), false, stringKey("jvm.thread.state"), "waiting");
    try (JvmMetrics metrics = register()) {
      long before = value("jvm.thread.count", waiting);
      Thread[] threads = new Thread[50];
      for (int i = 0; i < threads.length; i++) {
        threads[i] = new Thread(() -> awaitQuietly(end));
        threads[i].start();
      }
      // Others may come and go; not this many.
      await(() -> value("jvm.thread.count", waiting) >= before + 40);
      end.countDown();
      for (Thread thread : threads) {
        thread.join();
      }
      await(() -> value("jvm.thread.count", waiting) <= before + 10);
    }
  }

  @Test
  void collectionsAreTimed() {
    try (JvmMetrics metrics = register()) {
      assertThat(telemetry.collect()).doesNotContainKey("jvm.gc.duration");
      System.gc();
      await(() -> !telemetry.points("jvm.gc.duration").isEmpty());
      MetricData duration = telemetry.collect().get("jvm.gc.duration");
      assertKind(telemetry.collect(), "jvm.gc.duration", MetricType.HISTOGRAM, false, "s");
      HistogramPoint point = (HistogramPoint) duration.points().get(0);
      assertThat(point.boundary(0)).isEqualTo(0.01);
      assertThat(point.buckets()).isEqualTo(5);
      assertThat(point.attributes().asMap().keySet())
          .containsExactlyInAnyOrder(stringKey("jvm.gc.name"), stringKey("jvm.gc.action"));
      assertThat(ManagementFactory.getGarbageCollectorMXBeans())
          .anyMatch(
              bean -> bean.getName().equals(point.attributes().get(stringKey("jvm.gc.name"))));
    }
  }

  @Test
  void theCauseOfACollectionIsExperimental() {
    try (JvmMetrics metrics = register("heliograph.jvm.experimental", "true")) {
      telemetry.collect();
      System.gc();
      await(
          () ->
              telemetry.points("jvm.gc.duration").stream()
                  .anyMatch(
                      point ->
                          "System.gc()".equals(point.attributes().get(stringKey("jvm.gc.cause")))));
    }
  }

  @Test
  void nothingIsLeftAfterManyRegistrations() {
    for (int i = 0; i < 100; i++) {
      try (JvmMetrics metrics = register()) {
        assertThat(telemetry.collect()).containsKey("jvm.cpu.time");
        metrics.close();
      }
    }
    System.gc();
    try (JvmMetrics metrics = register()) {
      telemetry.collect();
      long before = collections();
      System.gc();
      await(() -> collections() > before);
      // Were the listeners of the others still there, each collection would count a hundred times.
      assertThat(collections()).isLessThan(before + 50);
    }
    assertThat(telemetry.collect().keySet()).isSubsetOf("jvm.gc.duration");
  }

  private long collections() {
    return telemetry.points("jvm.gc.duration").stream()
        .mapToLong(point -> ((HistogramPoint) point).count())
        .sum();
  }

  @Test
  void nothingIsRecordedWhereItIsSwitchedOff() {
    try (JvmMetrics off = register("heliograph.jvm.enabled", "false");
        JvmMetrics others = register("heliograph.jvm.owner", "micrometer");
        JvmMetrics disabled = register("otel.sdk.disabled", "true")) {
      assertThat(telemetry.collect()).isEmpty();
    }
  }

  @Test
  void theFlightRecorderAddsWhatJmxDoesNotTell() throws Exception {
    try (JvmMetrics metrics = register("heliograph.jvm.flight-recorder", "true")) {
      await(
          () -> {
            allocate();
            contend();
            talk();
            return telemetry
                .collect()
                .keySet()
                .containsAll(
                    List.of(
                        "jvm.memory.allocation",
                        "jvm.cpu.longlock",
                        "jvm.cpu.context_switch",
                        "jvm.network.io",
                        "jvm.network.time"));
          });
      assertThat(telemetry.points("jvm.network.io"))
          .extracting(point -> point.attributes().get(stringKey("network.io.direction")))
          .contains("receive", "transmit");
      assertKind(telemetry.collect(), "jvm.memory.allocation", MetricType.SUM, true, "By");
    }
  }

  @Test
  void aRuntimeWithoutManagementModulesHasTheRest() throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--limit-modules",
                "java.base,java.logging",
                "-cp",
                System.getProperty("java.class.path"),
                BareRuntime.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(output)
        .contains("[jvm.cpu.count]")
        .contains(
            "no memory, thread and class metrics, because this runtime has no java.management")
        .contains("no flight recorder metrics, because this runtime has no jdk.jfr")
        .doesNotContain("Error");
    assertThat(process.waitFor()).isZero();
  }

  /** Runs in a Java that has nothing but its base. */
  static final class BareRuntime {
    public static void main(String[] args) {
      try (MeteredTelemetry telemetry = new MeteredTelemetry();
          JvmMetrics metrics =
              JvmMetrics.register(
                  telemetry,
                  settings(
                      "heliograph.jvm.experimental",
                      "true",
                      "heliograph.jvm.flight-recorder",
                      "true"))) {
        System.out.println(telemetry.collect().keySet());
      }
    }
  }

  private JvmMetrics register(String... keysAndValues) {
    return JvmMetrics.register(telemetry, settings(keysAndValues));
  }

  private static Settings settings(String... keysAndValues) {
    Map<String, String> properties =
        switch (keysAndValues.length) {
          case 0 -> Map.of();
          case 2 -> Map.of(keysAndValues[0], keysAndValues[1]);
          default -> Map.of(keysAndValues[0], keysAndValues[1], keysAndValues[2], keysAndValues[3]);
        };
    return Settings.load(PropertySource.of(properties, "test"), Map.of());
  }

  private static void assertKind(
      Map<String, MetricData> collected,
      String name,
      MetricType type,
      boolean monotonic,
      String unit) {
    MetricData metric = collected.get(name);
    assertThat(metric.type()).as(name).isEqualTo(type);
    assertThat(metric.monotonic()).as(name).isEqualTo(monotonic);
    assertThat(metric.unit()).as(name).isEqualTo(unit);
    assertThat(metric.description()).as(name).isNotEmpty();
  }

  private long value(String metric, Attributes attributes) {
    return telemetry.points(metric).stream()
        .filter(point -> point.attributes().equals(attributes))
        .mapToLong(point -> ((NumberPoint) point).longValue())
        .sum();
  }

  private static void allocate() {
    for (int i = 0; i < 1000; i++) {
      assertThat(new byte[100_000]).hasSize(100_000);
    }
  }

  /** Two threads want one monitor, and one of them has to wait for longer than the threshold. */
  private static void contend() {
    Object monitor = new Object();
    Thread other =
        new Thread(
            () -> {
              synchronized (monitor) {
                monitor.notifyAll();
              }
            });
    synchronized (monitor) {
      other.start();
      long until = System.nanoTime() + 60_000_000;
      while (other.getState() != Thread.State.BLOCKED || System.nanoTime() < until) {
        Thread.onSpinWait();
      }
    }
    join(other);
  }

  private static void talk() {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket accepted = server.accept()) {
      client.getOutputStream().write(new byte[1000]);
      assertThat(accepted.getInputStream().readNBytes(1000)).hasSize(1000);
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.currentTimeMillis() + DEADLINE_MILLIS;
    while (!condition.getAsBoolean()) {
      assertThat(System.currentTimeMillis()).isLessThan(deadline);
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}

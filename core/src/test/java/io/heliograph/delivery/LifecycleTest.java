package io.heliograph.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.DestinationStatus;
import io.heliograph.Heliograph;
import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import io.heliograph.contract.receiver.OtlpReceiver;
import io.heliograph.export.InMemoryExporter;
import io.heliograph.export.ReadableSpan;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Start, concurrency and end of whole engines. */
class LifecycleTest {

  private static final int THREADS = 64;

  @Test
  void spansThatEndWhileTheEngineClosesAreDeliveredOrCounted() throws InterruptedException {
    for (int round = 0; round < 10; round++) {
      InMemoryExporter<ReadableSpan> exporter = new InMemoryExporter<>();
      Heliograph heliograph = Heliograph.builder().exporter("memory", exporter).build();
      LongAdder ended = new LongAdder();
      CountDownLatch started = new CountDownLatch(THREADS);
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        threads.add(new Thread(() -> endSpans(heliograph, started, ended)));
      }
      threads.forEach(Thread::start);
      started.await();
      heliograph.close();
      for (Thread thread : threads) {
        thread.join();
      }
      DestinationStatus ledger = heliograph.destinations().get(0);
      assertThat(ledger.offered()).isEqualTo(ended.sum());
      assertThat(ledger.delivered() + ledger.droppedTotal()).isEqualTo(ledger.offered());
      assertThat(ledger.delivered()).isEqualTo(exporter.items().size());
      assertThat(ledger.buffered()).isZero();
    }
  }

  private static void endSpans(Heliograph heliograph, CountDownLatch started, LongAdder ended) {
    Tracer tracer = heliograph.openTelemetry().getTracer("test");
    started.countDown();
    for (int i = 0; i < 100; i++) {
      Span span = tracer.spanBuilder("s").startSpan();
      if (span.isRecording()) {
        span.end();
        ended.increment();
      }
    }
  }

  @Test
  void aThousandEnginesLeaveNoThread() {
    Settings settings = Settings.load(PropertySource.empty(), Map.of());
    for (int i = 0; i < 1000; i++) {
      try (Heliograph heliograph =
          Heliograph.builder()
              .settings(settings)
              .exporter("memory", new InMemoryExporter<>())
              .build()) {
        heliograph.openTelemetry().getTracer("t").spanBuilder("s").startSpan().end();
      }
    }
    assertThat(threadsNamed("heliograph-")).isEmpty();
  }

  @Test
  void enginesThatSentLeaveNoThreadOfOurs() {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      for (int i = 0; i < 20; i++) {
        try (Heliograph heliograph = sending(receiver)) {
          heliograph.openTelemetry().getTracer("t").spanBuilder("s").startSpan().end();
          assertThat(heliograph.flush(Duration.ofSeconds(20))).isTrue();
        }
      }
      assertThat(receiver.awaitSpans(20)).hasSize(20);
    }
    assertThat(threadsNamed("heliograph-")).isEmpty();
  }

  @Test
  void anIdleEngineWithAnEndpointOpensNoClient() {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Heliograph heliograph = sending(receiver)) {
      assertThat(heliograph.flush(Duration.ofSeconds(20))).isTrue();
      Set<Thread> opened = new HashSet<>(Thread.getAllStackTraces().keySet());
      opened.removeAll(before);
      assertThat(opened)
          .extracting(Thread::getName)
          .noneMatch(n -> n.startsWith("heliograph-http"));
    }
  }

  private static Heliograph sending(OtlpReceiver receiver) {
    Map<String, String> properties =
        Map.of(
            "heliograph.service.name",
            "lifecycle",
            "heliograph.metrics.exporter",
            "none",
            "heliograph.exporter.otlp.endpoint",
            receiver.httpEndpoint());
    Settings settings = Settings.load(PropertySource.of(properties, "test"), Map.of());
    return Heliograph.builder().settings(settings).build();
  }

  /** Those still there after they had time to end. */
  private static List<String> threadsNamed(String prefix) {
    List<String> names = List.of();
    for (int i = 0; i < 200; i++) {
      names =
          Thread.getAllStackTraces().keySet().stream()
              .map(Thread::getName)
              .filter(name -> name.startsWith(prefix))
              .toList();
      if (names.isEmpty()) {
        return names;
      }
      LockSupport.parkNanos(20_000_000);
    }
    return names;
  }
}

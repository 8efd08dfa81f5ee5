package io.heliograph.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.FakeClock;
import io.heliograph.config.Signal;
import io.heliograph.export.DropReason;
import io.heliograph.export.ExportResult;
import io.heliograph.export.Exporter;
import io.heliograph.export.InMemoryExporter;
import io.heliograph.internal.diagnostics.DeliveryHistory;
import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.internal.diagnostics.ThrottledLog;
import io.heliograph.pipeline.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The batcher's promises: bounded, never blocking, never dying, and a ledger that adds up. */
class BatcherTest {

  private static final long FOREVER = 20;

  private final Faults faults =
      new Faults(new ThrottledLog(System.getLogger("test"), Clock.system()));
  private final List<Batcher<Integer>> opened = new ArrayList<>();

  @AfterEach
  void terminate() {
    opened.forEach(Batcher::terminate);
  }

  @Test
  void exportsWhatItIsOfferedInBatchesAndInOrder() throws Exception {
    Held exporter = new Held();
    Batcher<Integer> batcher = open(exporter, 1000, 1 << 20, 10, 1);
    for (int i = 0; i < 25; i++) {
      batcher.offer(i);
    }
    var flush = batcher.flush();
    assertThat(exporter.next().answer()).hasSize(10).startsWith(0).endsWith(9);
    assertThat(exporter.next().answer()).hasSize(10);
    assertThat(exporter.next().answer()).containsExactly(20, 21, 22, 23, 24);
    assertThat(flush.get(FOREVER, TimeUnit.SECONDS)).isTrue();
    assertThat(batcher.ledger()).isEqualTo(new Ledger.Snapshot(25, 25, 25, Map.of(), Map.of()));
    assertThat(batcher.buffered()).isZero();
    assertThat(batcher.bufferedBytes()).isZero();
  }

  @Test
  void aPartialBatchLeavesAfterTheDelayWithoutAFlush() throws Exception {
    Held exporter = new Held();
    Batcher<Integer> batcher = open(exporter, 1000, 1 << 20, 10, 1);
    batcher.offer(1);
    assertThat(exporter.next().answer()).containsExactly(1);
  }

  @Test
  void theFirstExportWaitsForTheStartAndThreeDelays() throws Exception {
    SlowClock clock = new SlowClock();
    Held exporter = new Held();
    Batcher<Integer> batcher = open(exporter, clock);
    batcher.offer(1);
    clock.advance(29);
    clock.awaitTurns();
    assertThat(exporter.exports).isEmpty();
    batcher.startIsOver();
    batcher.startIsOver();
    clock.awaitTurns();
    assertThat(exporter.exports).isEmpty();
    clock.advance(1);
    assertThat(exporter.next().answer()).containsExactly(1);
  }

  @Test
  void afterTheStartThreeDelaysAreEnough() throws Exception {
    SlowClock clock = new SlowClock();
    Held exporter = new Held();
    Batcher<Integer> batcher = open(exporter, clock);
    batcher.offer(1);
    batcher.startIsOver();
    clock.advance(2);
    clock.awaitTurns();
    assertThat(exporter.exports).isEmpty();
    clock.advance(1);
    assertThat(exporter.next().answer()).containsExactly(1);
  }

  private Batcher<Integer> open(Exporter<Integer> exporter, Clock clock) {
    return open(exporter, 1000, 1 << 20, 10, 1, SlowClock.DELAY, clock);
  }

  /** Stands still until a test moves it, and knows how often it was asked. */
  private static final class SlowClock implements Clock {

    static final Duration DELAY = Duration.ofMillis(5);

    private final FakeClock time = new FakeClock();
    private final AtomicInteger asked = new AtomicInteger();

    void advance(int delays) {
      time.advance(DELAY.multipliedBy(delays));
    }

    /** Until the worker has looked for due exports since the call: it asks once or twice a turn. */
    void awaitTurns() {
      int before = asked.get();
      while (asked.get() - before < 20) {
        Thread.onSpinWait();
      }
    }

    @Override
    public long nanoTime() {
      asked.incrementAndGet();
      return time.nanoTime();
    }

    @Override
    public long epochNanos() {
      return time.epochNanos();
    }
  }

  @Test
  void noMoreExportsThanAllowedAreInFlight() throws Exception {
    Held exporter = new Held();
    Batcher<Integer> batcher = open(exporter, 1000, 1 << 20, 1, 2);
    for (int i = 0; i < 5; i++) {
      batcher.offer(i);
    }
    var flush = batcher.flush();
    Held.Export first = exporter.next();
    Held.Export second = exporter.next();
    assertThat(exporter.exports).isEmpty();
    assertThat(batcher.buffered()).isEqualTo(5);
    second.answer();
    exporter.next().answer();
    first.answer();
    exporter.next().answer();
    exporter.next().answer();
    assertThat(flush.get(FOREVER, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void countsWhatDoesNotFitByCount() throws Exception {
    Held exporter = new Held();
    Batcher<Integer> batcher = open(exporter, 4, 1 << 20, 2, 1);
    batcher.offer(0);
    batcher.offer(1);
    Held.Export blocked = exporter.next();
    for (int i = 2; i < 12; i++) {
      batcher.offer(i);
    }
    assertThat(batcher.ledger().dropped()).isEqualTo(Map.of(DropReason.QUEUE_FULL, 6L));
    assertThat(batcher.buffered()).isEqualTo(6);
    blocked.answer();
  }

  @Test
  void countsWhatDoesNotFitByBytesIncludingWhatIsInFlight() throws Exception {
    Held exporter = new Held();
    Batcher<Integer> batcher = open(exporter, 1000, 30, 2, 1);
    batcher.offer(10);
    batcher.offer(10);
    Held.Export inFlight = exporter.next();
    batcher.offer(10);
    batcher.offer(10);
    assertThat(batcher.ledger().dropped()).isEqualTo(Map.of(DropReason.QUEUE_FULL, 1L));
    assertThat(batcher.bufferedBytes()).isEqualTo(30);
    inFlight.answer();
    exporter.next().answer();
  }

  @Test
  void anItemLargerThanTheQueueIsStillTakenWhenTheQueueIsEmpty() throws Exception {
    Held exporter = new Held();
    Batcher<Integer> batcher = open(exporter, 1000, 30, 1, 1);
    batcher.offer(1_000_000);
    assertThat(exporter.next().answer()).containsExactly(1_000_000);
  }

  @Test
  void flushTellsTheTruthAboutWhatWasLost() throws Exception {
    Batcher<Integer> batcher =
        open(
            (batch, done) -> done.accept(ExportResult.dropped(batch.size(), DropReason.REFUSED)),
            1000,
            1 << 20,
            10,
            1);
    for (int i = 0; i < 100; i++) {
      batcher.offer(i);
    }
    assertThat(batcher.flush().get(FOREVER, TimeUnit.SECONDS)).isFalse();
    assertThat(batcher.flush().get(FOREVER, TimeUnit.SECONDS)).isTrue();
    assertThat(batcher.ledger())
        .isEqualTo(new Ledger.Snapshot(100, 0, 100, Map.of(), Map.of(DropReason.REFUSED, 100L)));
  }

  @Test
  void anAnswerThatDoesNotAddUpCountsAsAFailure() throws Exception {
    Batcher<Integer> batcher =
        open((batch, done) -> done.accept(ExportResult.delivered(1)), 10, 1 << 20, 10, 1);
    batcher.offer(1);
    batcher.offer(2);
    assertThat(batcher.flush().get(FOREVER, TimeUnit.SECONDS)).isFalse();
    assertThat(batcher.ledger().dropped()).isEqualTo(Map.of(DropReason.EXPORTER_FAILED, 2L));
  }

  @Test
  void onlyTheFirstAnswerCounts() throws Exception {
    Batcher<Integer> batcher =
        open(
            (batch, done) -> {
              done.accept(ExportResult.delivered(batch.size()));
              done.accept(ExportResult.dropped(batch.size(), DropReason.REFUSED));
            },
            10,
            1 << 20,
            10,
            1);
    batcher.offer(1);
    assertThat(batcher.flush().get(FOREVER, TimeUnit.SECONDS)).isTrue();
    assertThat(batcher.ledger()).isEqualTo(new Ledger.Snapshot(1, 1, 1, Map.of(), Map.of()));
  }

  static Stream<Throwable> failures() {
    return Stream.of(
        new IllegalStateException(),
        new NoClassDefFoundError(),
        new StackOverflowError(),
        new OutOfMemoryError("test"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void theWorkerSurvivesWhateverAnExporterThrows(Throwable failure) throws Exception {
    AtomicInteger calls = new AtomicInteger();
    Batcher<Integer> batcher =
        open(
            (batch, done) -> {
              if (calls.getAndIncrement() == 0) {
                raise(failure);
              }
              done.accept(ExportResult.delivered(batch.size()));
            },
            10,
            1 << 20,
            10,
            1);
    batcher.offer(1);
    assertThat(batcher.flush().get(FOREVER, TimeUnit.SECONDS)).isFalse();
    batcher.offer(2);
    assertThat(batcher.flush().get(FOREVER, TimeUnit.SECONDS)).isTrue();
    assertThat(batcher.ledger())
        .isEqualTo(new Ledger.Snapshot(2, 1, 2, Map.of(), Map.of(DropReason.EXPORTER_FAILED, 1L)));
    assertThat(faults.count()).isEqualTo(1);
  }

  @Test
  void heavyItemsGoInSeveralExportsWithoutWaitingForTheNextDelay() throws Exception {
    Held exporter = new Held();
    Batcher<Integer> batcher = open(exporter, 1000, Integer.MAX_VALUE, 7, 1, Duration.ofDays(1));
    int third = (int) Load.MOST_BYTES / 3;
    for (int i = 0; i < 7; i++) {
      batcher.offer(third);
    }
    assertThat(exporter.next().answer()).hasSize(3);
    assertThat(exporter.next().answer()).hasSize(3);
    assertThat(exporter.next().answer()).hasSize(1);
    assertThat(batcher.flush().get(FOREVER, TimeUnit.SECONDS)).isTrue();
    assertThat(batcher.bufferedBytes()).isZero();
  }

  @Test
  void theWorkerSurvivesInterrupts() throws Exception {
    InMemoryExporter<Integer> exporter = new InMemoryExporter<>();
    Batcher<Integer> batcher = open(exporter, 1000, 1 << 20, 10, 1);
    Thread worker =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().equals("heliograph-export-traces-test"))
            .findFirst()
            .orElseThrow();
    for (int i = 0; i < 20; i++) {
      worker.interrupt();
      batcher.offer(i);
      assertThat(batcher.flush().get(FOREVER, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(exporter.items()).hasSize(20);
    assertThat(worker.isAlive()).isTrue();
  }

  @Test
  void anExportThatNeverAnswersIsGivenUpAfterItsTimeout() throws Exception {
    Batcher<Integer> batcher =
        new Batcher<>(
            new BatcherOptions(
                Signal.TRACES,
                "test",
                10,
                1 << 20,
                10,
                Duration.ofMillis(5),
                1,
                Duration.ofMillis(20)),
            (batch, done) -> {},
            Measure.single(Integer::intValue),
            new DeliveryHistory(Clock.system()),
            Clock.system(),
            faults,
            new ThrottledLog(System.getLogger("test"), Clock.system()));
    opened.add(batcher);
    batcher.offer(1);
    assertThat(batcher.flush().get(FOREVER, TimeUnit.SECONDS)).isFalse();
    assertThat(batcher.ledger().dropped()).isEqualTo(Map.of(DropReason.EXPORTER_FAILED, 1L));
  }

  @Test
  void whatIsQueuedOrInFlightAtTheEndIsCounted() throws Exception {
    Held exporter = new Held();
    Batcher<Integer> batcher = open(exporter, 1000, 1 << 20, 2, 1);
    for (int i = 0; i < 7; i++) {
      batcher.offer(i);
    }
    exporter.next();
    var flush = batcher.flush();
    batcher.terminate();
    assertThat(flush.get(FOREVER, TimeUnit.SECONDS)).isFalse();
    batcher.offer(8);
    assertThat(batcher.ledger())
        .isEqualTo(
            new Ledger.Snapshot(
                8, 0, 2, Map.of(DropReason.SHUTDOWN, 6L), Map.of(DropReason.SHUTDOWN, 2L)));
    assertThat(batcher.buffered()).isZero();
    assertThat(exporter.closed.getCount()).isZero();
  }

  @Test
  void itemsOfferedWhileItClosesAreDeliveredOrCounted() throws Exception {
    int threads = 64;
    int rounds = 20;
    for (int round = 0; round < rounds; round++) {
      InMemoryExporter<Integer> exporter = new InMemoryExporter<>();
      Batcher<Integer> batcher = open(exporter, 10_000, 1 << 20, 16, 1);
      CountDownLatch start = new CountDownLatch(1);
      List<Thread> producers = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        Thread producer = new Thread(() -> offerAfter(start, batcher));
        producer.start();
        producers.add(producer);
      }
      start.countDown();
      batcher.terminate();
      for (Thread producer : producers) {
        producer.join();
      }
      Ledger.Snapshot ledger = batcher.ledger();
      assertThat(ledger.offered()).isEqualTo(threads * 50L);
      assertThat(ledger.delivered() + ledger.droppedTotal()).isEqualTo(ledger.offered());
      assertThat(ledger.delivered()).isEqualTo(exporter.items().size());
      assertThat(batcher.buffered()).isZero();
      assertThat(batcher.bufferedBytes()).isZero();
    }
  }

  private static void offerAfter(CountDownLatch start, Batcher<Integer> batcher) {
    try {
      start.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    for (int i = 0; i < 50; i++) {
      batcher.offer(1);
    }
  }

  private Batcher<Integer> open(
      Exporter<Integer> exporter, int items, long bytes, int batch, int concurrency) {
    return open(exporter, items, bytes, batch, concurrency, Duration.ofMillis(50));
  }

  private Batcher<Integer> open(
      Exporter<Integer> exporter,
      int items,
      long bytes,
      int batch,
      int concurrency,
      Duration delay) {
    return open(exporter, items, bytes, batch, concurrency, delay, Clock.system());
  }

  private Batcher<Integer> open(
      Exporter<Integer> exporter,
      int items,
      long bytes,
      int batch,
      int concurrency,
      Duration delay,
      Clock clock) {
    Batcher<Integer> batcher =
        new Batcher<>(
            new BatcherOptions(
                Signal.TRACES,
                "test",
                items,
                bytes,
                batch,
                delay,
                concurrency,
                Duration.ofHours(1)),
            exporter,
            Measure.single(Integer::intValue),
            new DeliveryHistory(Clock.system()),
            clock,
            faults,
            new ThrottledLog(System.getLogger("test"), Clock.system()));
    opened.add(batcher);
    return batcher;
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void raise(Throwable failure) throws E {
    throw (E) failure;
  }

  /** Holds every batch until the test answers it. */
  private static final class Held implements Exporter<Integer> {
    final BlockingQueue<Export> exports = new LinkedBlockingQueue<>();
    final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public void export(List<Integer> batch, Consumer<ExportResult> done) {
      exports.add(new Export(batch, done));
    }

    Export next() throws InterruptedException {
      Export export = exports.poll(FOREVER, TimeUnit.SECONDS);
      assertThat(export).isNotNull();
      return export;
    }

    @Override
    public void close() {
      closed.countDown();
    }

    record Export(List<Integer> batch, Consumer<ExportResult> done) {
      List<Integer> answer() {
        done.accept(ExportResult.delivered(batch.size()));
        return batch;
      }
    }
  }
}

package io.heliograph.internal.metrics;

import static io.heliograph.internal.metrics.Metrics.route;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.heliograph.config.Signal;
import io.heliograph.export.DropReason;
import io.heliograph.export.ExportResult;
import io.heliograph.export.Exporter;
import io.heliograph.export.InMemoryExporter;
import io.heliograph.export.MetricData;
import io.heliograph.export.NumberPoint;
import io.heliograph.internal.diagnostics.DeliveryHistory;
import io.heliograph.internal.pipeline.Batcher;
import io.heliograph.internal.pipeline.BatcherOptions;
import io.heliograph.internal.pipeline.Destination;
import io.heliograph.internal.pipeline.Destinations;
import io.heliograph.internal.pipeline.Ledger;
import io.heliograph.internal.pipeline.Target;
import io.heliograph.pipeline.Clock;
import io.opentelemetry.api.metrics.LongCounter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When the periodic reader exports, and what it makes of the answers. */
class PeriodicReaderTest {

  private static final Duration LONG = Duration.ofMinutes(5);
  private static final int UNBOUNDED = 1000;

  private final Metrics metrics = Metrics.cumulative();
  private final LongCounter counter = metrics.meter.counterBuilder("c").build();
  private final List<PeriodicReader> readers = new ArrayList<>();
  private final List<Batcher<MetricData>> batchers = new ArrayList<>();

  @AfterEach
  void close() {
    readers.forEach(PeriodicReader::close);
    batchers.forEach(Batcher::terminate);
    metrics.close();
  }

  private PeriodicReader reader(Exporter<MetricData> exporter, Duration timeout, int maxBatch) {
    return reader(exporter, LONG, timeout, maxBatch);
  }

  private PeriodicReader reader(
      Exporter<MetricData> exporter, Duration interval, Duration timeout, int maxBatch) {
    Batcher<MetricData> batcher =
        new Batcher<>(
            new BatcherOptions(
                Signal.METRICS, "test", 1000, 1 << 20, maxBatch, interval, 1, timeout),
            exporter,
            PeriodicReader.measure(),
            new DeliveryHistory(Clock.system()),
            Clock.system(),
            metrics.faults,
            metrics.log);
    batchers.add(batcher);
    Destination<MetricData> destination =
        new Destination<>(
            batcher,
            Target.local("test", "test", "test"),
            new DeliveryHistory(Clock.system()),
            deadline -> {},
            () -> 0);
    PeriodicReader reader =
        new PeriodicReader(
            new PeriodicOptions("test", interval, maxBatch),
            metrics.provider.collectors().get(0),
            new Destinations<>(List.of(destination)),
            Clock.system(),
            metrics.faults,
            nanos -> {});
    readers.add(reader);
    return reader;
  }

  private Ledger.Snapshot ledger() {
    return batchers.get(0).ledger();
  }

  private static boolean flush(PeriodicReader reader) throws Exception {
    return reader.flush().get(60, TimeUnit.SECONDS);
  }

  @Test
  @Compliance({
    "Metrics > The metrics Reader implementation supports registering metric Exporters",
    "Metrics > The metrics Exporter `export` function receives a batch of metrics.",
    "Metrics > The metrics Exporter `export` function returns `Success` or `Failure`.",
    "Metrics > The metrics Exporter provides a `ForceFlush` function."
  })
  void aFlushExportsWhatWasRecorded() throws Exception {
    InMemoryExporter<MetricData> exporter = new InMemoryExporter<>();
    PeriodicReader reader = reader(exporter, LONG, UNBOUNDED);
    counter.add(3);
    assertThat(flush(reader)).isTrue();
    counter.add(4);
    assertThat(flush(reader)).isTrue();
    assertThat(exporter.items())
        .extracting(metric -> ((NumberPoint) metric.points().get(0)).longValue())
        .containsExactly(3L, 7L);
    assertThat(ledger().delivered()).isEqualTo(2);
  }

  @Test
  void theIntervalExportsWithoutBeingAsked() throws Exception {
    BlockingQueue<Integer> exported = new LinkedBlockingQueue<>();
    counter.add(1);
    reader(
        (batch, done) -> {
          exported.add(batch.size());
          done.accept(ExportResult.delivered(Exporter.items(batch)));
        },
        Duration.ofMillis(10),
        LONG,
        UNBOUNDED);
    for (int i = 0; i < 3; i++) {
      assertThat(exported.poll(60, TimeUnit.SECONDS)).isEqualTo(1);
    }
  }

  @Test
  void nothingRecordedIsDeliveredAtOnce() throws Exception {
    InMemoryExporter<MetricData> exporter = new InMemoryExporter<>();
    assertThat(flush(reader(exporter, LONG, UNBOUNDED))).isTrue();
    assertThat(exporter.items()).isEmpty();
  }

  @Test
  @Compliance(
      "Metrics > The metric SDK's periodic Reader implementation supports the"
          + " `maxExportBatchSize` parameter")
  void batchesHaveAtMostSoManyPoints() throws Exception {
    LongCounter other = metrics.meter.counterBuilder("d").build();
    for (int i = 0; i < 5; i++) {
      counter.add(1, route("r" + i));
      other.add(1, route("r" + i));
    }
    List<List<MetricData>> batches = new ArrayList<>();
    PeriodicReader reader =
        reader(
            (batch, done) -> {
              batches.add(batch);
              done.accept(ExportResult.delivered(Exporter.items(batch)));
            },
            LONG,
            4);
    assertThat(flush(reader)).isTrue();
    assertThat(batches)
        .extracting(batch -> batch.stream().mapToInt(metric -> metric.points().size()).sum())
        .containsExactly(4, 4, 2);
    assertThat(batches.stream().flatMap(List::stream).flatMap(metric -> metric.points().stream()))
        .hasSize(10)
        .doesNotHaveDuplicates();
  }

  @Test
  @Compliance(
      "Metrics > The metrics Exporter `export` function can not be called concurrently from the"
          + " same Exporter instance.")
  void theNextBatchWaitsForTheAnswerToTheLast() throws Exception {
    BlockingQueue<Consumer<ExportResult>> unanswered = new LinkedBlockingQueue<>();
    PeriodicReader reader = reader((batch, done) -> unanswered.add(done), LONG, 1);
    counter.add(1, route("a"));
    counter.add(1, route("b"));
    CompletableFuture<Boolean> flush = reader.flush();
    Consumer<ExportResult> first = unanswered.take();
    assertThat(unanswered).isEmpty();
    first.accept(ExportResult.delivered(1));
    unanswered.take().accept(ExportResult.delivered(1));
    assertThat(flush.get(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  @Compliance({
    "Metrics > The metrics Exporter `export` function does not block indefinitely.",
    "Metrics > The metrics Exporter `ForceFlush` can inform the caller whether it succeeded, failed"
        + " or timed out."
  })
  void anExportThatIsNotAnsweredFailsAfterItsTimeout() throws Exception {
    PeriodicReader reader = reader((batch, done) -> {}, Duration.ofMillis(20), UNBOUNDED);
    counter.add(1);
    assertThat(flush(reader)).isFalse();
    assertThat(ledger().dropped()).isEqualTo(Map.of(DropReason.EXPORTER_FAILED, 1L));
  }

  @Test
  void anExporterThatThrowsOrMiscountsFailsItsBatchOnly() throws Exception {
    List<Integer> calls = new ArrayList<>();
    PeriodicReader reader =
        reader(
            (batch, done) -> {
              calls.add(batch.size());
              if (calls.size() == 1) {
                throw new NoClassDefFoundError("exporter");
              }
              done.accept(ExportResult.delivered(calls.size() == 2 ? 17 : Exporter.items(batch)));
            },
            LONG,
            UNBOUNDED);
    counter.add(1);
    assertThat(flush(reader)).isFalse();
    assertThat(flush(reader)).isFalse();
    assertThat(flush(reader)).isTrue();
    assertThat(ledger().offered()).isEqualTo(3);
    assertThat(ledger().delivered()).isEqualTo(1);
    assertThat(ledger().droppedTotal()).isEqualTo(2);
  }

  @Test
  @Compliance({
    "Metrics > The metrics Exporter provides a `shutdown` function.",
    "Metrics > The metrics Exporter `shutdown` function do not block indefinitely."
  })
  void closingAnswersWhoeverWaits() throws Exception {
    BlockingQueue<Integer> started = new LinkedBlockingQueue<>();
    PeriodicReader reader = reader((batch, done) -> started.add(1), LONG, UNBOUNDED);
    counter.add(1);
    CompletableFuture<Boolean> flush = reader.flush();
    started.take();
    reader.close();
    batchers.get(0).terminate();
    assertThat(flush.get(60, TimeUnit.SECONDS)).isFalse();
    assertThat(flush(reader)).isFalse();
    assertThat(ledger().dropped()).isEqualTo(Map.of(DropReason.SHUTDOWN, 1L));
  }

  @Test
  void objectsAreUsedAgainOnlyIfTheExporterAllowsIt() throws Exception {
    counter.add(1);
    assertThat(pointsOfTwoExports(false)).hasSize(1);
    assertThat(pointsOfTwoExports(true)).hasSize(2);
  }

  private java.util.Set<Object> pointsOfTwoExports(boolean keeps) throws Exception {
    java.util.Set<Object> points =
        java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    PeriodicReader reader =
        reader(
            new Exporter<>() {
              @Override
              public void export(List<MetricData> batch, Consumer<ExportResult> done) {
                points.add(batch.get(0).points().get(0));
                done.accept(ExportResult.delivered(Exporter.items(batch)));
              }

              @Override
              public boolean keepsItems() {
                return keeps;
              }
            },
            LONG,
            UNBOUNDED);
    flush(reader);
    flush(reader);
    return points;
  }
}

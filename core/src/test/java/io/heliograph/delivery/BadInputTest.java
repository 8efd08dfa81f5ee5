package io.heliograph.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.heliograph.Heliograph;
import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import io.heliograph.contract.receiver.OtlpReceiver;
import io.heliograph.contract.receiver.PointData;
import io.heliograph.contract.receiver.ReceivedMetric;
import io.heliograph.contract.receiver.ReceivedMetric.Kind;
import io.heliograph.contract.receiver.ReceivedSpan;
import io.heliograph.internal.metrics.DroppedMeasurements;
import io.heliograph.internal.metrics.EngineMeterProvider;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.metrics.DoubleCounter;
import io.opentelemetry.api.metrics.DoubleGauge;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleUpDownCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a program must not do: it hears no exception, what is good arrives beside what is bad, and
 * what is dropped is counted.
 */
class BadInputTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int DEEP = 100_000;

  private final OtlpReceiver receiver = OtlpReceiver.start();
  private Heliograph heliograph;

  @BeforeEach
  void start() {
    heliograph = start("http/protobuf");
  }

  private Heliograph start(String protocol) {
    boolean grpc = protocol.equals("grpc");
    Map<String, String> properties =
        Map.of(
            "heliograph.self-metrics.enabled",
            "false",
            "heliograph.exporter.otlp.protocol",
            protocol,
            "heliograph.exporter.otlp.endpoint",
            grpc ? receiver.grpcEndpoint() : receiver.httpEndpoint());
    Settings settings = Settings.load(PropertySource.of(properties, "test"), Map.of());
    return Heliograph.builder().settings(settings).build();
  }

  @AfterEach
  void close() {
    heliograph.close();
    assertThat(receiver.violations()).isEmpty();
    receiver.close();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void valuesThatNoSumCanTakeAreLeftOutOfIt(double bad) {
    DoubleCounter counter = meter().counterBuilder("counter").ofDoubles().build();
    DoubleUpDownCounter upDown = meter().upDownCounterBuilder("updown").ofDoubles().build();
    DoubleHistogram histogram = meter().histogramBuilder("histogram").build();
    for (double value : new double[] {1.5, bad, 2}) {
      counter.add(value);
      upDown.add(value);
      histogram.record(value);
    }
    flush();

    assertThat(metric("counter").onlyPoint().doubleValue()).isEqualTo(3.5);
    assertThat(metric("updown").onlyPoint().doubleValue()).isEqualTo(3.5);
    PointData.Histogram received = metric("histogram").onlyPoint().histogram();
    assertThat(received.count()).isEqualTo(2);
    assertThat(received.extent().sum()).isEqualTo(3.5);
    assertThat(dropped().notFinite() + dropped().negative()).isEqualTo(3);
  }

  @Test
  void aGaugeTellsInfinitiesAndKeepsItsLastNumber() {
    DoubleGauge gauge = meter().gaugeBuilder("gauge").build();
    gauge.set(Double.NEGATIVE_INFINITY);
    gauge.set(Double.NaN);
    flush();

    assertThat(metric("gauge").onlyPoint().doubleValue()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(dropped().notFinite()).isEqualTo(1);
  }

  @Test
  void aCounterDoesNotFallAndAHistogramHasNothingBelowZero() {
    meter().counterBuilder("longs").build().add(-7);
    meter().counterBuilder("longs").build().add(2);
    meter().counterBuilder("doubles").ofDoubles().build().add(-0.5);
    meter().histogramBuilder("histogram").build().record(-1);
    flush();

    assertThat(metric("longs").onlyPoint().longValue()).isEqualTo(2);
    assertThat(names()).containsExactly("longs");
    assertThat(dropped().negative()).isEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("badNames")
  void anInstrumentWithABadNameRecordsNothing(String name) {
    meter().counterBuilder(name).build().add(1);
    meter().upDownCounterBuilder(name).build().add(1);
    meter().histogramBuilder(name).build().record(1);
    meter().gaugeBuilder(name).buildWithCallback(result -> result.record(1));
    meter().counterBuilder("n".repeat(255)).build().add(1);
    flush();

    assertThat(names()).containsExactly("n".repeat(255));
  }

  static List<String> badNames() {
    return List.of("", " ", "1st", "a\nb", "é", "n".repeat(256), "n".repeat(1_000_000));
  }

  @Test
  void instrumentsWhoseKindsConflictAreBothExported() {
    meter().counterBuilder("orders").build().add(1);
    meter().histogramBuilder("Orders").build().record(0.5);
    meter().upDownCounterBuilder("orders").build().add(-1);
    flush();

    assertThat(received("orders"))
        .extracting(ReceivedMetric::kind, ReceivedMetric::monotonic)
        .containsExactlyInAnyOrder(
            tuple(Kind.SUM, true), tuple(Kind.HISTOGRAM, false), tuple(Kind.SUM, false));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aCallbackThatThrowsCostsItselfOnly(Throwable failure) {
    meter()
        .gaugeBuilder("bad")
        .buildWithCallback(
            result -> {
              throw BadInputTest.<RuntimeException>unchecked(failure);
            });
    meter().gaugeBuilder("good").buildWithCallback(result -> result.record(1));
    flush();

    assertThat(names()).containsExactly("good");
    assertThat(heliograph.diagnostics().faults()).containsEntry("callback of metric bad", 1L);
  }

  static List<Throwable> failures() {
    return List.of(
        new IllegalStateException(), new StackOverflowError(), new LinkageError(), new Hostile());
  }

  @Test
  void aCallbackThatHangsIsLeftBehind() {
    CountDownLatch never = new CountDownLatch(1);
    meter().gaugeBuilder("bad").buildWithCallback(result -> hang(never));
    meter().gaugeBuilder("good").buildWithCallback(result -> result.record(1));
    flush();

    assertThat(names()).containsExactly("good");
    assertThat(heliograph.diagnostics().faults()).containsEntry("callback of metric bad", 1L);
    never.countDown();
  }

  private static void hang(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http/protobuf", "http/json", "grpc"})
  void logBodiesNestedWithoutEndArriveCut(String protocol) {
    Value<?> arrays = Value.of("core");
    Value<?> maps = Value.of("core");
    for (int i = 0; i < DEEP; i++) {
      arrays = Value.of(List.of(arrays));
      maps = Value.of(KeyValue.of("k", maps));
    }
    try (Heliograph own = start(protocol)) {
      var logger = own.openTelemetry().getLogsBridge().get("test");
      logger.logRecordBuilder().setBody(arrays).emit();
      logger.logRecordBuilder().setBody(maps).emit();
      logger.logRecordBuilder().setBody("plain").emit();
      assertThat(own.flush(LONG)).isTrue();
    }
    assertThat(receiver.awaitLogs(3))
        .extracting(record -> record.body() instanceof String ? String.class : Object.class)
        .containsOnlyOnce(String.class);
  }

  @Test
  void anExceptionWhoseMessageThrowsIsAnEventOfItsSpan() {
    Span span = heliograph.openTelemetry().getTracer("test").spanBuilder("s").startSpan();
    span.recordException(new Hostile());
    span.recordException(new IllegalStateException("outer", new Hostile()));
    span.end();
    flush();

    ReceivedSpan received = receiver.awaitSpans(1).get(0);
    assertThat(received.events()).hasSize(2);
    assertThat(received.events().get(0).attributes())
        .containsEntry("exception.type", Hostile.class.getCanonicalName())
        .hasEntrySatisfying(
            "exception.message", message -> assertThat(message).asString().contains("unavailable"));
    assertThat(received.events().get(1).attributes())
        .containsEntry("exception.type", "java.lang.IllegalStateException")
        .containsEntry("exception.message", "outer");
  }

  static final class Hostile extends RuntimeException {
    @Override
    public String getMessage() {
      throw new IllegalStateException("no message for you");
    }
  }

  @SuppressWarnings("unchecked") // Only so that the compiler lets everything be thrown.
  private static <E extends Throwable> E unchecked(Throwable failure) throws E {
    throw (E) failure;
  }

  private void flush() {
    assertThat(heliograph.flush(LONG)).isTrue();
  }

  private Meter meter() {
    return heliograph.openTelemetry().getMeter("test");
  }

  private DroppedMeasurements dropped() {
    return ((EngineMeterProvider) heliograph.openTelemetry().getMeterProvider()).dropped();
  }

  private ReceivedMetric metric(String name) {
    return receiver.awaitMetric(any -> any.name().equals(name));
  }

  private List<ReceivedMetric> received(String name) {
    return receiver.metrics().stream().filter(any -> any.name().equals(name)).toList();
  }

  private List<String> names() {
    return receiver.metrics().stream().map(ReceivedMetric::name).distinct().toList();
  }
}

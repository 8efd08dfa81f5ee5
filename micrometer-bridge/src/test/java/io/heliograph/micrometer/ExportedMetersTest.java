package io.heliograph.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.heliograph.export.HistogramPoint;
import io.heliograph.export.MetricData;
import io.heliograph.export.MetricType;
import io.heliograph.export.NumberPoint;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which meters are exported, by which name, and until when. */
class ExportedMetersTest {

  private final MeterBench bench = new MeterBench();
  private final MeterRegistry registry = bench.registry;

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void makesOneMetricOfMetersThatDifferInTagsOnly() {
    registry.counter("orders", "shop", "harbour").increment();
    registry.counter("orders", "shop", "market", "size", "big").increment(2);
    Counter.builder("orders").description("told late").register(registry).increment(4);

    assertThat(bench.metric("orders").points()).hasSize(3);
    assertThat(bench.metric("orders").description()).isEmpty();
  }

  @Test
  void exportsBothKindsOfMetersThatShareANameAndSaysSoOnce() {
    Counter counter = registry.counter("pay", "by", "card");
    Timer timer = registry.timer("pay", "by", "cash");
    registry.timer("pay", "by", "cheque").record(Duration.ofSeconds(2));
    counter.increment();
    timer.record(Duration.ofSeconds(1));

    assertThat(bench.collect())
        .filteredOn(metric -> metric.name().equals("pay"))
        .extracting(MetricData::type)
        .containsExactlyInAnyOrder(MetricType.SUM, MetricType.HISTOGRAM);
    assertThat(bench.log.lines())
        .singleElement()
        .asString()
        .contains("'pay'", "counter", "histogram");
  }

  /** One name with the same tags: Micrometer refuses in every registry, before we are asked. */
  @Test
  void refusesTwoKindsOfOneMeterAsMicrometerDoes() {
    for (MeterRegistry any : List.of(registry, new SimpleMeterRegistry())) {
      any.counter("pay");
      assertThatIllegalArgumentException().isThrownBy(() -> any.timer("pay"));
    }
  }

  @Test
  void mapsNamesThatOpenTelemetryDoesNotKnow() {
    registry.counter("2nd try").increment();
    registry.counter("größe").increment();
    registry.counter("").increment();
    registry.counter("x".repeat(300) + "a").increment();
    registry.counter("x".repeat(300) + "b").increment();

    assertThat(bench.names())
        .contains("m_2nd_try", "gr__e", "m_")
        .filteredOn(name -> name.startsWith("xxx"))
        .hasSize(2)
        .allMatch(name -> name.length() == 255);
  }

  @Test
  void leavesOutUnitsThatCannotBeWritten() {
    Counter.builder("a").baseUnit("Stück").register(registry).increment();
    Counter.builder("b").baseUnit("bytes").register(registry).increment();

    assertThat(bench.metric("a").unit()).isEmpty();
    assertThat(bench.metric("b").unit()).isEqualTo("By");
  }

  @Test
  void stopsWhatIsRemoved() {
    AtomicInteger depth = new AtomicInteger(7);
    Gauge gauge = Gauge.builder("depth", depth, AtomicInteger::get).register(registry);
    Counter counter = registry.counter("orders");
    Timer timer = registry.timer("pay");
    DistributionSummary summary = registry.summary("size");
    Runnable recording =
        () -> {
          counter.increment();
          timer.record(Duration.ofSeconds(1));
          summary.record(1);
        };
    recording.run();
    assertThat(bench.names()).contains("depth");

    List.of(gauge, counter, timer, summary).forEach(registry::remove);
    recording.run();

    assertThat(bench.names()).doesNotContain("depth");
    assertThat(bench.point("orders", NumberPoint.class).doubleValue()).isEqualTo(1);
    assertThat(bench.point("pay", HistogramPoint.class).count()).isEqualTo(1);
    assertThat(bench.point("size", HistogramPoint.class).count()).isEqualTo(1);
    assertThat(depth).hasValue(7);
  }

  @Test
  void goesOnWhereAMeterComesBack() {
    registry.remove(registry.counter("orders"));
    registry.counter("orders").increment();

    assertThat(bench.point("orders", NumberPoint.class).doubleValue()).isEqualTo(1);
  }

  @Test
  void stopsEverythingWhenClosed() {
    Gauge.builder("depth", () -> 7).register(registry);
    Counter counter = registry.counter("orders");

    registry.close();
    counter.increment();
    registry.counter("late").increment();

    assertThat(bench.collect()).isEmpty();
  }

  @Test
  void keepsOneGaugeGoingWhenAnotherThrows() {
    DoubleSupplier broken =
        () -> {
          throw new IllegalStateException("broken");
        };
    Iterable<Measurement> measurements = List.of(new Measurement(broken, Statistic.VALUE));
    Meter.builder("broken", Meter.Type.OTHER, measurements).register(registry);
    Gauge.builder("depth", () -> 7).register(registry);

    assertThat(bench.names()).containsExactly("depth");
  }

  @Test
  void deniesWhatHeliographOwnsInThisRegistryOnly() {
    SimpleMeterRegistry other = new SimpleMeterRegistry();
    for (MeterRegistry each : List.of(registry, other)) {
      each.timer("http.server.requests", "uri", "/").record(Duration.ofMillis(1));
      each.counter("hikaricp.connections.timeout").increment();
      each.timer("jdbc.query").record(Duration.ofMillis(1));
      each.counter("jvm.gc.overhead").increment();
      each.timer("tasks.scheduled.execution").record(Duration.ofMillis(1));
      each.counter("jvmless").increment();
    }

    assertThat(bench.names()).containsExactlyInAnyOrder("tasks.scheduled.execution", "jvmless");
    assertThat(other.getMeters()).hasSize(6);
  }

  @Test
  void takesWhatMicrometerOwns() {
    try (MeterBench owned =
        new MeterBench(
            "heliograph.http.server.owner", "micrometer", "heliograph.jvm.owner", "micrometer")) {
      owned.registry.timer("http.server.requests").record(Duration.ofMillis(1));
      owned.registry.timer("http.client.requests").record(Duration.ofMillis(1));
      owned.registry.counter("system.load").increment();

      assertThat(owned.names()).containsExactlyInAnyOrder("http.server.requests", "system.load");
    }
  }

  @Test
  void leavesOutWhatIsSwitchedOffWhoeverOwnsIt() {
    try (MeterBench off =
        new MeterBench(
            "heliograph.http.server.owner", "micrometer",
            "heliograph.http.server.enabled", "false")) {
      off.registry.timer("http.server.requests").record(Duration.ofMillis(1));

      assertThat(off.names()).isEmpty();
    }
  }

  @Test
  void takesTheApplicationsNamingConvention() {
    registry.config().namingConvention((name, type, unit) -> "shop." + name);
    registry.counter("orders", Tags.of("a", "b")).increment();

    assertThat(bench.names()).containsExactly("shop.orders");
  }
}

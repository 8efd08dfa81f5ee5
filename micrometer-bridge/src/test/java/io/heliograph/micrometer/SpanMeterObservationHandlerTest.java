package io.heliograph.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.Heliograph;
import io.heliograph.export.InMemoryExporter;
import io.heliograph.export.MetricData;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.context.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpanMeterObservationHandlerTest {

  private final MeterBench bench = new MeterBench();
  private final Heliograph engine =
      Heliograph.builder()
          .settings(MeterBench.settings())
          .exporter("memory", new InMemoryExporter<>())
          .build();
  private final ObservationRegistry registry = ObservationRegistry.create();

  @AfterEach
  void close() {
    engine.close();
    bench.close();
  }

  @Test
  void givesTheTimerOfAnObservationItsTrace() {
    handle(new SpanMeterObservationHandler(meters()));

    Observation.createNotStarted("pay", registry).observe(() -> {});

    MetricData paid = bench.metric("pay");
    assertThat(paid.points().get(0).exemplars()).hasSize(1);
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void wouldHaveNoTraceWithoutIt() {
    handle(meters());

    Observation.createNotStarted("pay", registry).observe(() -> {});

    assertThat(bench.metric("pay").points().get(0).exemplars()).isEmpty();
  }

  @Test
  void leavesNothingCurrentWhenTheHandlerThrows() {
    handle(
        new SpanMeterObservationHandler(
            new DefaultMeterObservationHandler(bench.registry) {
              @Override
              public void onStop(Observation.Context context) {
                throw new IllegalStateException("no room");
              }
            }));

    assertThatThrownBy(() -> Observation.createNotStarted("pay", registry).observe(() -> {}))
        .hasMessage("no room");
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void runsOnTheMicrometerThatTheBuildMeans() {
    assertThat(Meter.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .endsWith("micrometer-core-" + System.getProperty("expected.micrometer.version") + ".jar");
  }

  private DefaultMeterObservationHandler meters() {
    return new DefaultMeterObservationHandler(bench.registry);
  }

  private void handle(ObservationHandler<Observation.Context> meters) {
    registry
        .observationConfig()
        .observationHandler(
            new HeliographObservationHandler(engine.openTelemetry(), engine.settings()))
        .observationHandler(meters);
  }
}

package io.heliograph.micronaut;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.contract.Contract;
import io.heliograph.contract.receiver.OtlpReceiver;
import io.heliograph.contract.receiver.ReceivedExemplar;
import io.heliograph.contract.receiver.ReceivedMetric;
import io.heliograph.micrometer.HeliographMeterRegistry;
import io.heliograph.micronaut.app.Application;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetersTest {

  private final OtlpReceiver receiver = Contract.receiver();

  @Test
  void exportsMicrometersMetersWithExemplars() {
    receiver.reset();
    try (Application application = Application.start(Map.of())) {
      Span span =
          application
              .context()
              .getBean(OpenTelemetry.class)
              .getTracer("test")
              .spanBuilder("packing")
              .startSpan();
      try (Scope ignored = span.makeCurrent()) {
        application.context().getBean(MeterRegistry.class).counter("parcels").increment(3);
      }
      span.end();

      ReceivedMetric parcels = receiver.awaitMetric(metric -> metric.name().startsWith("parcels"));
      assertThat(parcels.points().get(0).exemplars())
          .extracting(ReceivedExemplar::spanId)
          .containsExactly(span.getSpanContext().getSpanId());
      receiver.awaitMetric(metric -> metric.name().equals("jvm.memory.used"));
    }
    receiver.reset();
  }

  @Test
  void leavesMetersAloneWhereAsked() {
    try (Application application =
        Application.start(Map.of("heliograph.micrometer.meters.enabled", false))) {
      assertThat(application.context().findBean(HeliographMeterRegistry.class)).isEmpty();
    }
    receiver.reset();
  }
}

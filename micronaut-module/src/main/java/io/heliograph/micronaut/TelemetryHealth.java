package io.heliograph.micronaut;

import io.heliograph.DestinationDiagnostics;
import io.heliograph.Diagnostics;
import io.heliograph.Heliograph;
import io.micronaut.context.annotation.Requires;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Says whether telemetry arrives: {@code UP}, or {@code UNKNOWN} with the problems.
 *
 * <p>Not {@code DOWN}: an application serves its users as well without telemetry, and whoever looks
 * at its health would take it out of service.
 */
@Singleton
@Requires(classes = HealthIndicator.class)
final class TelemetryHealth implements HealthIndicator {

  private final Heliograph heliograph;

  TelemetryHealth(Heliograph heliograph) {
    this.heliograph = heliograph;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Mono.fromSupplier(this::result);
  }

  private HealthResult result() {
    Diagnostics now = heliograph.diagnostics();
    return HealthResult.builder(
            "heliograph", now.health().isHealthy() ? HealthStatus.UP : HealthStatus.UNKNOWN)
        .details(
            Map.of(
                "problems",
                now.health().problems(),
                "destinations",
                now.destinations().stream().map(DestinationDiagnostics::toMap).toList()))
        .build();
  }
}

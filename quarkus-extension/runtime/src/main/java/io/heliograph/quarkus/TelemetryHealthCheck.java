package io.heliograph.quarkus;

import io.heliograph.Health;
import io.heliograph.Heliograph;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Says whether telemetry arrives, and is up in any case: an application serves its users as well
 * without telemetry, and whoever looks at its health would take it out of service.
 */
@Wellness
@Singleton
public final class TelemetryHealthCheck implements HealthCheck {

  private final Heliograph heliograph;

  @Inject
  TelemetryHealthCheck(Heliograph heliograph) {
    this.heliograph = heliograph;
  }

  @Override
  public HealthCheckResponse call() {
    Health health = heliograph.diagnostics().health();
    return HealthCheckResponse.named("heliograph")
        .up()
        .withData("healthy", health.isHealthy())
        .withData("problems", String.join("; ", health.problems()))
        .build();
  }
}

package io.heliograph.micronaut;

import io.heliograph.Heliograph;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.management.endpoint.annotation.Read;
import java.util.Map;

/** What the engine does, at {@code /heliograph}; sensitive unless told otherwise. */
@Endpoint(id = "heliograph", defaultSensitive = true)
final class DiagnosticsEndpoint {

  private final Heliograph heliograph;

  DiagnosticsEndpoint(Heliograph heliograph) {
    this.heliograph = heliograph;
  }

  /** All of {@link io.heliograph.Diagnostics}, at this moment. */
  @Read
  Map<String, Object> diagnostics() {
    return heliograph.diagnostics().toMap();
  }
}

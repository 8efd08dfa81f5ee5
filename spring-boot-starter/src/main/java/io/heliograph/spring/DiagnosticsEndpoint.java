package io.heliograph.spring;

import io.heliograph.Heliograph;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * What the engine does, at {@code /actuator/heliograph} and in JMX; exposed like any other
 * endpoint, only where it is named. Changes nothing.
 *
 * <p>Public because Actuator calls it.
 */
@Endpoint(id = "heliograph")
public final class DiagnosticsEndpoint {

  private final Heliograph heliograph;

  DiagnosticsEndpoint(Heliograph heliograph) {
    this.heliograph = heliograph;
  }

  /** All of {@link io.heliograph.Diagnostics}, at this moment. */
  @ReadOperation
  public Map<String, Object> diagnostics() {
    return heliograph.diagnostics().toMap();
  }
}

package io.heliograph.instrumentation;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;

/**
 * Records the state of pools of database connections, as the semantic conventions for database
 * client metrics say.
 *
 * <p>Thread-safe; made once for each kind of pool.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/semconv/database/database-metrics/#connection-pools">Connection
 *     pools</a>
 */
public final class ConnectionPoolInstrumentation {

  static final String NAMES = "db.client.connection.";
  private static final String CONNECTIONS = "{connection}";

  private final Meter meter;

  /**
   * @param name the instrumentation scope's name, such as {@code io.heliograph.hikaricp}
   */
  public ConnectionPoolInstrumentation(OpenTelemetry openTelemetry, String name) {
    this.meter = Instrumentation.meter(openTelemetry, name);
  }

  /**
   * Observes a pool at each collection until the answer is closed.
   *
   * @return takes what the pool tells as it happens, if it can tell
   */
  public ConnectionPoolEvents observe(ConnectionPool pool) {
    PoolState state =
        new PoolState(
            pool,
            observer("count", CONNECTIONS, "Connections that are open, by their state."),
            observer("idle.max", CONNECTIONS, "The most idle open connections allowed."),
            observer("idle.min", CONNECTIONS, "The fewest idle open connections allowed."),
            observer("max", CONNECTIONS, "The most open connections allowed."),
            observer("pending_requests", "{request}", "Requests that wait for a connection."));
    return new ConnectionPoolEvents(meter, pool.name(), state.observedBy(meter));
  }

  private ObservableLongMeasurement observer(String name, String unit, String description) {
    return meter
        .upDownCounterBuilder(NAMES + name)
        .setUnit(unit)
        .setDescription(description)
        .buildObserver();
  }
}

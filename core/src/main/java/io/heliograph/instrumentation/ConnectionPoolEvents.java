package io.heliograph.instrumentation;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.BatchCallback;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import java.util.concurrent.TimeUnit;

/**
 * Takes what happens in a pool of database connections, as it happens, until the pool is closed.
 * Durations are nanoseconds; each belongs to the current context. Nothing here throws. Thread-safe.
 */
public final class ConnectionPoolEvents implements AutoCloseable {

  private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Attributes pool;
  private final BatchCallback observation;
  private final MetricSeries createTime;
  private final MetricSeries waitTime;
  private final MetricSeries useTime;
  private final LongCounter timeouts;

  ConnectionPoolEvents(Meter meter, String pool, BatchCallback observation) {
    this.observation = observation;
    this.pool = Attributes.of(SemanticAttributes.DB_CLIENT_CONNECTION_POOL_NAME, pool);
    this.createTime = histogram(meter, "create_time", "The time to open a connection.");
    this.waitTime = histogram(meter, "wait_time", "The time to get a connection from the pool.");
    this.useTime =
        histogram(meter, "use_time", "The time from getting a connection to giving it back.");
    this.timeouts =
        meter
            .counterBuilder(ConnectionPoolInstrumentation.NAMES + "timeouts")
            .setUnit("{timeout}")
            .setDescription("Requests that got no connection in time.")
            .build();
  }

  private MetricSeries histogram(Meter meter, String name, String description) {
    return new DurationHistogram(
            meter,
            ConnectionPoolInstrumentation.NAMES + name,
            description,
            DurationHistogram.SHORT_BOUNDARIES)
        .series(pool);
  }

  /** A connection was opened. */
  public void created(long nanos) {
    createTime.record(nanos / NANOS_PER_SECOND, Context.current());
  }

  /** A connection was lent. */
  public void lent(long waitedNanos) {
    waitTime.record(waitedNanos / NANOS_PER_SECOND, Context.current());
  }

  /** A connection was given back. */
  public void returned(long usedNanos) {
    useTime.record(usedNanos / NANOS_PER_SECOND, Context.current());
  }

  /** Somebody waited for a connection in vain. */
  public void timedOut() {
    timeouts.add(1, pool);
  }

  /** The pool's state is not observed any more. Idempotent. */
  @Override
  public void close() {
    observation.close();
  }
}

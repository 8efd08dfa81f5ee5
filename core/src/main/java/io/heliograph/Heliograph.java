package io.heliograph;

import io.heliograph.config.EngineSettings;
import io.heliograph.config.Settings;
import io.heliograph.internal.pipeline.Batcher;
import io.heliograph.internal.pipeline.Destinations;
import io.heliograph.internal.pipeline.Ledger;
import io.heliograph.internal.trace.EngineTracerProvider;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One telemetry engine: the OpenTelemetry API in front, its destinations behind. Thread-safe.
 *
 * <p>Framework modules make and close one; a plain program does so itself:
 *
 * <pre>{@code
 * try (Heliograph heliograph = Heliograph.builder().build()) {
 *   Tracer tracer = heliograph.openTelemetry().getTracer("com.acme.shop");
 *   Span span = tracer.spanBuilder("nightly import").startSpan();
 *   try (Scope scope = span.makeCurrent()) {
 *     importEverything();
 *   } finally {
 *     span.end();
 *   }
 * }
 * }</pre>
 */
public final class Heliograph implements AutoCloseable {

  private final Settings settings;
  private final EngineOpenTelemetry openTelemetry;
  private final Destinations destinations;
  private final AutoCloseable background;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Wires the parts together.
   *
   * @param background what runs beside the pipeline and ends after it
   */
  Heliograph(
      Settings settings,
      EngineOpenTelemetry openTelemetry,
      Destinations destinations,
      AutoCloseable background) {
    this.settings = settings;
    this.openTelemetry = openTelemetry;
    this.destinations = destinations;
    this.background = background;
  }

  /** Starts with the settings of the environment and the system properties. */
  public static HeliographBuilder builder() {
    return new HeliographBuilder();
  }

  /** What this engine was configured with. */
  public Settings settings() {
    return settings;
  }

  /** The API that applications and libraries use. */
  public OpenTelemetry openTelemetry() {
    return openTelemetry;
  }

  /**
   * Makes this engine the one that {@link GlobalOpenTelemetry} answers with.
   *
   * @throws IllegalStateException if the global was set before
   */
  public Heliograph registerGlobal() {
    GlobalOpenTelemetry.set(openTelemetry);
    return this;
  }

  /**
   * Waits until every span that ended before the call has reached its destinations.
   *
   * @return true if all of them were delivered, false if any was lost or time ran out
   */
  public boolean flush(Duration timeout) {
    return await(openTelemetry.tracerProvider().flush(), timeout.toNanos());
  }

  /** Flushes within the shutdown timeout. */
  public boolean flush() {
    return flush(shutdownTimeout());
  }

  /** What became of the spans, for each destination. */
  public List<DestinationStatus> destinations() {
    return destinations.batchers().stream().map(Heliograph::status).toList();
  }

  private static DestinationStatus status(Batcher<?> batcher) {
    Ledger.Snapshot ledger = batcher.ledger();
    return new DestinationStatus(
        batcher.name(), ledger.offered(), ledger.delivered(), ledger.dropped(), batcher.buffered());
  }

  /**
   * Stops recording, delivers what is buffered within the shutdown timeout, drops and counts the
   * rest. Idempotent.
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    EngineTracerProvider provider = openTelemetry.tracerProvider();
    long timeout = shutdownTimeout().toNanos();
    provider.stopRecording();
    destinations.beginClose(System.nanoTime() + timeout);
    boolean ignored = await(provider.flush(), timeout);
    provider.closeProcessors();
    closeBackground();
  }

  private Duration shutdownTimeout() {
    return settings.get(EngineSettings.SHUTDOWN_TIMEOUT);
  }

  private void closeBackground() {
    try {
      background.close();
    } catch (Exception ignored) {
      // Nothing is left that could be lost by it.
    }
  }

  private static boolean await(CompletableFuture<Boolean> future, long nanos) {
    try {
      return future.get(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException undelivered) {
      return false;
    }
  }
}

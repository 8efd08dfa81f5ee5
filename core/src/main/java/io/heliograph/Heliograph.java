package io.heliograph;

import io.heliograph.config.EngineSettings;
import io.heliograph.config.Settings;
import io.heliograph.export.Scrape;
import io.heliograph.internal.scrape.Scraper;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
  private final List<SignalPipeline> signals;
  private final @Nullable Scraper scraper;
  private final Diagnosis diagnosis;
  private final Consumer<Diagnostics> startUpLog;
  private final AutoCloseable background;
  private final AtomicBoolean startUpLogged = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Wires the parts together.
   *
   * @param signals each with its recorder, in the order of {@link #destinations}
   * @param scraper null if metrics are not to be scraped
   * @param startUpLog writes the summary of the start
   * @param background what runs beside the pipeline and ends after it
   */
  Heliograph(
      Settings settings,
      EngineOpenTelemetry openTelemetry,
      List<SignalPipeline> signals,
      @Nullable Scraper scraper,
      Diagnosis diagnosis,
      Consumer<Diagnostics> startUpLog,
      AutoCloseable background) {
    this.settings = settings;
    this.openTelemetry = openTelemetry;
    this.signals = List.copyOf(signals);
    this.scraper = scraper;
    this.diagnosis = diagnosis;
    this.startUpLog = startUpLog;
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
   * Waits until every span that ended, every measurement that was recorded and every log record
   * that was emitted before the call has reached its destinations.
   *
   * @return true if all of them were delivered, false if any was lost or time ran out
   */
  public boolean flush(Duration timeout) {
    return await(flushAll(), timeout.toNanos());
  }

  /** All signals at the same time. */
  private CompletableFuture<Boolean> flushAll() {
    return signals.stream()
        .map(signal -> signal.recorder().flush())
        .reduce(
            CompletableFuture.completedFuture(true),
            (left, right) -> left.thenCombine(right, Boolean::logicalAnd));
  }

  /** Flushes within the shutdown timeout. */
  public boolean flush() {
    return flush(shutdownTimeout());
  }

  /** What became of each signal's items, for each destination. */
  public List<DestinationStatus> destinations() {
    return diagnosis.ledgers();
  }

  /** All that a health indicator or a management endpoint shows; also after {@link #close}. */
  public Diagnostics diagnostics() {
    return diagnosis.now();
  }

  /** Where a framework tells what it instrumented, and what not. */
  public StartUp startUp() {
    return diagnosis.startUp();
  }

  /**
   * Writes one block of lines at INFO: what is sent where, and what {@link #startUp} was told. The
   * start is over then, and exports begin three batch delays later. Idempotent. It is called by
   * {@link HeliographBuilder#build} unless {@link HeliographBuilder#deferStartUpSummary} says that
   * a framework will.
   */
  public void logStartUp() {
    if (startUpLogged.compareAndSet(false, true)) {
      for (SignalPipeline signal : signals) {
        signal.destinations().startIsOver();
      }
      startUpLog.accept(diagnosis.withoutSettings());
    }
  }

  /**
   * Collects all metrics for a scrape, in Prometheus' text format or in OpenMetrics, by the
   * OpenTelemetry specification "Prometheus and OpenMetrics Compatibility".
   *
   * <p>For whoever serves it: the engine opens no port. Thread-safe.
   *
   * @param accept the request's {@code Accept} header, null if it has none
   * @return null if {@code heliograph.metrics.exporter} does not name {@code prometheus}, or after
   *     {@link #close}
   */
  public @Nullable Scrape scrape(@Nullable String accept) {
    Scraper open = closed.get() ? null : scraper;
    return open == null ? null : open.scrape(accept);
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
    long timeout = shutdownTimeout().toNanos();
    long deadline = System.nanoTime() + timeout;
    signals.forEach(signal -> signal.recorder().stopRecording());
    signals.forEach(signal -> signal.destinations().deadline(deadline));
    boolean ignored = await(flushAll(), timeout);
    signals.forEach(signal -> signal.recorder().closeProcessors());
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

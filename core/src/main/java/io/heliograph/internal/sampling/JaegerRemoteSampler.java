package io.heliograph.internal.sampling;

import io.heliograph.internal.sampling.SamplingStrategy.PerOperation;
import io.heliograph.internal.sampling.SamplingStrategy.Probabilistic;
import io.heliograph.internal.sampling.SamplingStrategy.RateLimiting;
import io.heliograph.pipeline.Clock;
import io.heliograph.pipeline.Sampler;
import io.heliograph.pipeline.Samplers;
import io.heliograph.pipeline.SamplingInput;
import io.heliograph.pipeline.SamplingResult;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Samples as a Jaeger backend says, asked again and again in the background over HTTP. Until the
 * first answer an initial sampler decides; after a failure the last strategy stays.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/trace/sdk/#jaegerremotesampler">JaegerRemoteSampler</a>
 */
public final class JaegerRemoteSampler implements Sampler, AutoCloseable {

  private final StrategyClient client;
  private final Clock clock;
  private final Consumer<Throwable> failures;
  private final ScheduledExecutorService poller;

  private volatile Sampler current;

  /** Touched by the poller alone. */
  private @Nullable SamplingStrategy strategy;

  private JaegerRemoteSampler(
      JaegerSettings settings, String serviceName, Clock clock, Consumer<Throwable> failures) {
    client = new StrategyClient(settings.endpoint(), serviceName);
    this.clock = clock;
    this.failures = failures;
    current = settings.initial();
    poller = Executors.newSingleThreadScheduledExecutor(JaegerRemoteSampler::daemon);
  }

  /**
   * Starts a sampler and its polling thread.
   *
   * @param failures told of each poll that failed; its text holds no secret of the endpoint's URL
   */
  static JaegerRemoteSampler start(
      JaegerSettings settings, String serviceName, Clock clock, Consumer<Throwable> failures) {
    JaegerRemoteSampler sampler = new JaegerRemoteSampler(settings, serviceName, clock, failures);
    long millis = settings.pollingInterval().toMillis();
    var unused =
        sampler.poller.scheduleWithFixedDelay(sampler::poll, 0, millis, TimeUnit.MILLISECONDS);
    return sampler;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "heliograph-jaeger-sampling");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public SamplingResult sample(SamplingInput input) {
    return current.sample(input);
  }

  private void poll() {
    try {
      adopt(client.fetch());
    } catch (Throwable thrown) {
      report(thrown);
    }
  }

  /** An unchanged strategy keeps its sampler, because a new one would have full token buckets. */
  private void adopt(SamplingStrategy fetched) {
    if (!fetched.equals(strategy)) {
      current = sampler(fetched);
      strategy = fetched;
    }
  }

  private Sampler sampler(SamplingStrategy fetched) {
    if (fetched instanceof PerOperation operations) {
      return new OperationSampler(operations, clock);
    }
    if (fetched instanceof RateLimiting limiting) {
      return Samplers.composite(
          new RateLimited(new RateLimiter(limiting.tracesPerSecond(), clock)));
    }
    return Samplers.traceIdRatio(((Probabilistic) fetched).ratio());
  }

  private void report(Throwable thrown) {
    if (poller.isShutdown()) {
      return;
    }
    try {
      failures.accept(thrown);
    } catch (Throwable ignored) {
      // Whatever escapes ends the polling for good, and there is nobody left to tell.
    }
  }

  @Override
  public String description() {
    return "JaegerRemoteSampler{" + current.description() + "}";
  }

  @Override
  public String toString() {
    return description();
  }

  /** Stops polling; the last strategy stays. */
  @Override
  public void close() {
    poller.shutdownNow();
  }
}

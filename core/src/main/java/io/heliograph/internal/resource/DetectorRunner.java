package io.heliograph.internal.resource;

import io.heliograph.export.Resource;
import io.heliograph.pipeline.ResourceDetector;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks all detectors at once, each on a daemon thread of its own, and waits for all of them
 * together no longer than a budget. One that fails or is late costs only what it would have found.
 */
public final class DetectorRunner {

  private final Duration budget;
  private final System.Logger logger;

  public DetectorRunner(Duration budget, System.Logger logger) {
    this.budget = budget;
    this.logger = logger;
  }

  /** What the detectors found, in their order, without those that found nothing in time. */
  List<Resource> run(List<ResourceDetector> detectors) {
    long deadline = System.nanoTime() + budget.toNanos();
    List<CompletableFuture<Resource>> running =
        detectors.stream().map(DetectorRunner::start).toList();
    List<Resource> found = new ArrayList<>();
    for (int i = 0; i < running.size(); i++) {
      found.add(await(detectors.get(i), running.get(i), deadline - System.nanoTime()));
    }
    return found;
  }

  private static CompletableFuture<Resource> start(ResourceDetector detector) {
    CompletableFuture<Resource> future = new CompletableFuture<>();
    Thread thread =
        new Thread(() -> detect(detector, future), "heliograph-detector-" + detector.name());
    thread.setDaemon(true);
    thread.start();
    return future;
  }

  private static void detect(ResourceDetector detector, CompletableFuture<Resource> future) {
    try {
      future.complete(Objects.requireNonNull(detector.detect(), "resource"));
    } catch (Throwable thrown) {
      future.completeExceptionally(thrown);
    }
  }

  private Resource await(
      ResourceDetector detector, CompletableFuture<Resource> future, long nanos) {
    try {
      return future.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      return skip(detector, "did not answer within " + budget.toMillis() + " ms");
    } catch (ExecutionException failed) {
      return skip(detector, "failed: " + failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return skip(detector, "was interrupted");
    }
  }

  private Resource skip(ResourceDetector detector, String why) {
    logger.log(
        Level.WARNING,
        "Heliograph: resource detector " + detector.name() + " is left out, it " + why);
    return Resource.empty();
  }
}

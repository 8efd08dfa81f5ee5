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
 * Asks all detectors at once and waits for all of them together no longer than a budget: local ones
 * on the calling thread, each other on a daemon thread of its own. One that fails or is late costs
 * only what it would have found.
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
    List<Asked> local = new ArrayList<>();
    List<Asked> asked = new ArrayList<>();
    for (ResourceDetector detector : detectors) {
      Asked one = Asked.of(detector);
      asked.add(one);
      if (one.local) {
        local.add(one);
      } else {
        one.start();
      }
    }
    for (Asked one : local) {
      one.detect();
    }
    List<Resource> found = new ArrayList<>();
    for (Asked one : asked) {
      found.add(await(one, deadline - System.nanoTime()));
    }
    return found;
  }

  private Resource await(Asked asked, long nanos) {
    try {
      return asked.answer.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      return skip(asked.detector, "did not answer within " + budget.toMillis() + " ms");
    } catch (ExecutionException failed) {
      return skip(asked.detector, "failed: " + failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return skip(asked.detector, "was interrupted");
    }
  }

  private Resource skip(ResourceDetector detector, String why) {
    logger.log(
        Level.WARNING,
        "Heliograph: resource detector " + detector.name() + " is left out, it " + why);
    return Resource.empty();
  }

  /** A detector and the answer that it owes. */
  private record Asked(
      ResourceDetector detector, boolean local, CompletableFuture<Resource> answer) {

    static Asked of(ResourceDetector detector) {
      boolean local = detector instanceof LocalDetector builtIn && builtIn.isLocal();
      return new Asked(detector, local, new CompletableFuture<>());
    }

    void start() {
      Thread thread = new Thread(this::detect, "heliograph-detector-" + detector.name());
      thread.setDaemon(true);
      thread.start();
    }

    void detect() {
      try {
        answer.complete(Objects.requireNonNull(detector.detect(), "resource"));
      } catch (Throwable thrown) {
        answer.completeExceptionally(thrown);
      }
    }
  }
}

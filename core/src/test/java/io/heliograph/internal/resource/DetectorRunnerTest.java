package io.heliograph.internal.resource;

import static io.heliograph.internal.resource.Detectors.detector;
import static io.heliograph.internal.resource.Detectors.finding;
import static io.heliograph.internal.resource.Detectors.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.export.Resource;
import io.heliograph.internal.diagnostics.ListLogger;
import io.heliograph.pipeline.ResourceDetector;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a detector does wrong costs what it would have found, and nothing else. */
class DetectorRunnerTest {

  private static final Duration GENEROUS = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(50);

  private final List<String> lines = new CopyOnWriteArrayList<>();

  static Stream<Throwable> failures() {
    return Stream.of(
        new IllegalStateException("no such host"),
        new NoClassDefFoundError("no such host"),
        new StackOverflowError("no such host"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void oneThatThrowsIsLeftOutAndNamed(Throwable failure) {
    assertThat(run(GENEROUS, detector("bad", () -> raise(failure)), finding("good", "a", "1")))
        .containsExactly(Resource.empty(), resource("a", "1"));
    assertThat(lines)
        .containsExactly(
            "Heliograph: resource detector bad is left out, it failed: "
                + failure.getClass().getName()
                + ": no such host");
  }

  @Test
  void oneThatAnswersNullIsLeftOutAndNamed() {
    assertThat(run(GENEROUS, detector("null", () -> null))).containsExactly(Resource.empty());
    assertThat(lines).singleElement().asString().contains("resource detector null is left out");
  }

  @Test
  void oneThatDoesNotAnswerWithinTheBudgetIsLeftOutAndNamed() {
    CountDownLatch never = new CountDownLatch(1);
    assertThat(run(SHORT, hanging("slow", never))).containsExactly(Resource.empty());
    never.countDown();
    assertThat(lines)
        .containsExactly(
            "Heliograph: resource detector slow is left out, it did not answer within 50 ms");
  }

  /** Each waits for the other: one after the other, neither would ever answer. */
  @Test
  void allAreAskedAtOnceAndAnswerInTheirOrder() {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch second = new CountDownLatch(1);
    assertThat(run(GENEROUS, meeting("a", first, second), meeting("b", second, first)))
        .containsExactly(resource("name", "a"), resource("name", "b"));
    assertThat(lines).isEmpty();
  }

  @Test
  void anInterruptLeavesTheDetectorOutAndIsKeptForTheCaller() {
    CountDownLatch never = new CountDownLatch(1);
    Thread.currentThread().interrupt();
    assertThat(run(GENEROUS, hanging("slow", never))).containsExactly(Resource.empty());
    assertThat(Thread.interrupted()).isTrue();
    never.countDown();
    assertThat(lines).singleElement().asString().endsWith("it was interrupted");
  }

  private List<Resource> run(Duration budget, ResourceDetector... detectors) {
    return new DetectorRunner(budget, new ListLogger(lines)).run(List.of(detectors));
  }

  private static ResourceDetector hanging(String name, CountDownLatch latch) {
    return detector(
        name,
        () -> {
          await(latch);
          return resource("late", "1");
        });
  }

  private static ResourceDetector meeting(String name, CountDownLatch here, CountDownLatch other) {
    return detector(
        name,
        () -> {
          here.countDown();
          await(other);
          return resource("name", name);
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /** Throws anything as if it were unchecked. */
  @SuppressWarnings("unchecked")
  private static <T, E extends Throwable> T raise(Throwable failure) throws E {
    throw (E) failure;
  }
}

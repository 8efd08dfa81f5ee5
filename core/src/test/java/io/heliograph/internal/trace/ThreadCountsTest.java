package io.heliograph.internal.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No count is lost, whoever counts and whatever becomes of them. */
class ThreadCountsTest {

  private static final int EACH = 10_000;

  private final ThreadCounts counts = new ThreadCounts(2);

  @Test
  void manyThreadsAtOnceLoseNothing() throws Exception {
    run(64);
    assertThat(counts.sum(0)).isEqualTo(64L * EACH);
    assertThat(counts.sum(1)).isEqualTo(64L);
  }

  @Test
  void countsOfThreadsThatAreGoneRemainAndTheirRowsDoNot() throws Exception {
    for (int round = 0; round < 20; round++) {
      run(32);
    }
    assertThat(counts.sum(0)).isEqualTo(20L * 32 * EACH);
    assertThat(counts.sum(1)).isEqualTo(20L * 32);
    assertThat(counts.rows()).isLessThanOrEqualTo(100);
  }

  @Test
  void aSumNeverFallsWhileThreadsComeAndGo() throws Exception {
    Thread churn =
        new Thread(
            () -> {
              for (int i = 0; i < 300; i++) {
                Thread counting = new Thread(() -> counts.increment(1));
                counting.start();
                try {
                  counting.join();
                } catch (InterruptedException interrupted) {
                  throw new IllegalStateException(interrupted);
                }
              }
            });
    churn.start();
    long before = 0;
    while (churn.isAlive()) {
      long sum = counts.sum(1);
      assertThat(sum).isGreaterThanOrEqualTo(before);
      before = sum;
    }
    churn.join();
    assertThat(counts.sum(1)).isEqualTo(300);
  }

  private void run(int threads) throws InterruptedException {
    List<Thread> started = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < EACH; i++) {
                  counts.increment(0);
                }
                counts.increment(1);
              });
      thread.start();
      started.add(thread);
    }
    for (Thread thread : started) {
      thread.join();
    }
  }
}

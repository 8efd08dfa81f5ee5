package io.heliograph.internal.send;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Time that stands still until a test moves it; what is due then runs on the test's thread. */
public final class FakeTimer implements Timer {

  private final List<Scheduled> tasks = new ArrayList<>();
  private long now = 1_000;

  @Override
  public long nanoTime() {
    return now;
  }

  @Override
  public Task schedule(Runnable task, long delayNanos) {
    Scheduled scheduled = new Scheduled(task, now + Math.max(0, delayNanos));
    tasks.add(scheduled);
    return () -> tasks.remove(scheduled);
  }

  public void advance(Duration duration) {
    long until = now + duration.toNanos();
    while (true) {
      Scheduled next =
          tasks.stream()
              .filter(task -> task.due <= until)
              .min(Comparator.comparingLong(task -> task.due))
              .orElse(null);
      if (next == null) {
        break;
      }
      tasks.remove(next);
      now = Math.max(now, next.due);
      next.task.run();
    }
    now = until;
  }

  /** When the next task is due. */
  Duration untilNext() {
    return tasks.stream().mapToLong(task -> task.due - now).min().stream()
        .mapToObj(Duration::ofNanos)
        .findFirst()
        .orElseThrow();
  }

  int waiting() {
    return tasks.size();
  }

  private static final class Scheduled {
    private final Runnable task;
    private final long due;

    Scheduled(Runnable task, long due) {
      this.task = task;
      this.due = due;
    }
  }
}

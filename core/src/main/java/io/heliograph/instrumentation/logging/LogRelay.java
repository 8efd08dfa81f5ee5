package io.heliograph.instrumentation.logging;

import io.opentelemetry.context.Context;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Takes the events of a logging framework to an engine, and keeps the first 1,000 while there is
 * none. What exporting itself logs goes nowhere. Thread-safe; never throws.
 */
public final class LogRelay<E> {

  private static final String OURS = "io.heliograph";
  private static final String OUR_THREADS = "heliograph-";

  private final Lock lock = new ReentrantLock();
  private final WaitingEvents<E> waiting = new WaitingEvents<>();

  /**
   * Whether this thread is inside: what is logged there is about exporting. It stays with the
   * thread, as to set and remove it for each event would be an entry and a weak reference each
   * time; being of the JDK's own type it keeps no class loader.
   */
  @SuppressWarnings("ThreadLocalUsage") // one relay a logging framework
  private final ThreadLocal<boolean[]> inside = ThreadLocal.withInitial(() -> new boolean[1]);

  private final LogEventAdapter<E> adapter;
  private final LogProblems problems;
  private volatile @Nullable LogInstrumentation<E> target;

  public LogRelay(LogEventAdapter<E> adapter, LogProblems problems) {
    this.adapter = adapter;
    this.problems = problems;
  }

  /**
   * Changes where events go.
   *
   * @param next takes at once what has waited; null lets events wait
   */
  public void target(@Nullable LogInstrumentation<E> next) {
    lock.lock();
    try {
      if (next != null) {
        waiting.drain((event, context) -> guarded(() -> next.emit(event, context)));
        reportDropped(waiting.takeDropped());
      }
      target = next;
    } finally {
      lock.unlock();
    }
  }

  private void reportDropped(int dropped) {
    if (dropped > 0) {
      problems.report(
          dropped
              + " events from before the start were more than the "
              + WaitingEvents.MAX
              + " that are kept, and are not exported",
          null);
    }
  }

  /** Takes what waits in another relay, to which nothing will come any more. */
  public void adopt(LogRelay<E> other) {
    lock.lock();
    try {
      other.handOver(waiting);
      target(target);
    } finally {
      lock.unlock();
    }
  }

  private void handOver(WaitingEvents<E> to) {
    lock.lock();
    try {
      waiting.drain(to::add);
    } finally {
      lock.unlock();
    }
  }

  /** Forgets what waits and where events went. */
  public void forget() {
    lock.lock();
    try {
      target = null;
      waiting.drain((event, context) -> {});
    } finally {
      lock.unlock();
    }
  }

  /** Takes an event, on the thread that logs it. */
  public void append(E event) {
    if (!isAboutExporting(event)) {
      guarded(() -> emitOrKeep(event));
    }
  }

  private boolean isAboutExporting(E event) {
    return inside.get()[0]
        || LogOptions.isBelow(adapter.logger(event), OURS)
        || Thread.currentThread().getName().startsWith(OUR_THREADS);
  }

  private void guarded(Runnable work) {
    boolean[] flag = inside.get();
    flag[0] = true;
    try {
      work.run();
    } catch (Throwable thrown) {
      problems.report("an event was not exported", thrown);
    } finally {
      flag[0] = false;
    }
  }

  private void emitOrKeep(E event) {
    LogInstrumentation<E> current = target;
    if (current == null) {
      keep(event);
    } else {
      current.emitNow(event);
    }
  }

  /** Under the lock, so that no event overtakes those that wait. */
  private void keep(E event) {
    lock.lock();
    try {
      LogInstrumentation<E> current = target;
      if (current != null) {
        current.emitNow(event);
        return;
      }
      if (waiting.hasRoom()) {
        adapter.keepForLater(event);
      }
      waiting.add(event, Context.current());
    } finally {
      lock.unlock();
    }
  }
}

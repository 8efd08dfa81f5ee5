package io.heliograph.internal.trace;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * How far a span has come, and the lock over what it collects, in one word.
 *
 * <p>Why not {@code synchronized}: it takes two atomic writes for each attribute, and those are
 * most of what a span costs. This takes one. Whoever does not get it waits without sleeping: what
 * is done under the lock is a few stores, and nothing of it is foreign code. Once a span has ended
 * nothing changes, and nobody locks it.
 */
abstract class SpanPhase {

  /** Everybody may write. */
  static final int OPEN = 0;

  /** Only the thread that ends the span may still change it, on behalf of the processors. */
  private static final int ENDING = 2;

  static final int ENDED = 4;

  private static final int LOCKED = 1;
  private static final int SPINS = 64;
  private static final VarHandle WORD = word();

  /** Changed through {@link #WORD}. */
  @SuppressWarnings("UnusedVariable")
  private volatile int word;

  private @Nullable Thread ending;

  private static VarHandle word() {
    try {
      return MethodHandles.lookup().findVarHandle(SpanPhase.class, "word", int.class);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("SpanPhase.word", e);
    }
  }

  final int phase() {
    return word & ~LOCKED;
  }

  /**
   * Waits for the lock and takes it, unless the span has ended: then nothing is locked, as nothing
   * changes any more. The caller unlocks in any case.
   *
   * @return the phase
   */
  final int lock() {
    int phase = phase();
    return phase == ENDED || tryLock(phase) ? phase : lockLater();
  }

  /** The same where the span is mostly open: it is not looked at before it is locked. */
  final int lockOpen() {
    return tryLock(OPEN) ? OPEN : lockLater();
  }

  /**
   * Locks for who may change the span.
   *
   * @return the phase; {@link #ENDED} if this thread may not, and has locked nothing
   */
  final int lockToWrite() {
    int phase = lockOpen();
    if (phase == ENDING && !Thread.currentThread().equals(ending)) {
      unlock(phase);
      return ENDED;
    }
    return phase;
  }

  @SuppressWarnings(
      "ThreadPriorityCheck") // To sleep here could eat a permit that another waits for.
  private int lockLater() {
    for (int tries = 1; ; tries++) {
      int phase = phase();
      if (phase == ENDED || tryLock(phase)) {
        return phase;
      }
      if (tries % SPINS == 0) {
        Thread.yield(); // Who has it may not be running.
      } else {
        Thread.onSpinWait();
      }
    }
  }

  private boolean tryLock(int phase) {
    return WORD.compareAndSet(this, phase, phase | LOCKED);
  }

  /** Gives the lock back; what was written under it is seen by whoever takes it next. */
  final void unlock(int phase) {
    WORD.setRelease(this, phase);
  }

  /** Gives the lock back so that this thread alone may still write. */
  final void unlockToEnd() {
    ending = Thread.currentThread();
    unlock(ENDING);
  }

  /** Gives the lock back for good. */
  final void unlockEnded() {
    ending = null;
    unlock(ENDED);
  }
}

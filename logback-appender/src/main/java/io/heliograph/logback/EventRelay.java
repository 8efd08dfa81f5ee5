package io.heliograph.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.spi.ContextAwareBase;
import io.opentelemetry.context.Context;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Takes the events of one Logback context to an engine, and keeps the first ones while there is
 * none. It outlives the appenders, which each reset replaces. Thread-safe.
 *
 * <p>It hears one appender at a time, so that two of them do not double an event.
 */
final class EventRelay extends ContextAwareBase {

  private static final String OURS = "io.heliograph";
  private static final String OUR_THREADS = "heliograph-";

  private final Lock lock = new ReentrantLock();
  private final StartupEvents startup = new StartupEvents();

  /** Whether this thread is inside: what is logged there is about exporting. */
  private final ThreadLocal<Boolean> inside = new ThreadLocal<>();

  private volatile @Nullable EventTranslator target;
  private volatile @Nullable HeliographAppender heard;

  EventRelay(ch.qos.logback.core.@Nullable Context context) {
    setContext(context);
  }

  /** Listens to this appender from here on, and to no other. */
  void hear(HeliographAppender appender) {
    heard = appender;
  }

  boolean hears(HeliographAppender appender) {
    return heard == appender;
  }

  /**
   * Changes where events go.
   *
   * @param next takes at once what has waited; null lets events wait
   */
  void target(@Nullable EventTranslator next) {
    lock.lock();
    try {
      if (next != null) {
        startup.drain((event, context) -> guarded(() -> emit(next, event, context)));
        reportDropped(startup.takeDropped());
      }
      target = next;
    } finally {
      lock.unlock();
    }
  }

  private void reportDropped(int dropped) {
    if (dropped > 0) {
      addWarn(
          dropped
              + " events from before the start were more than the "
              + StartupEvents.MAX
              + " that are kept, and are not exported");
    }
  }

  /** Takes what waits in another relay, whose appender this one hears now. */
  void adopt(EventRelay other) {
    lock.lock();
    try {
      other.handOver(startup);
      target(target);
    } finally {
      lock.unlock();
    }
  }

  private void handOver(StartupEvents to) {
    lock.lock();
    try {
      startup.drain(to::keep);
    } finally {
      lock.unlock();
    }
  }

  /** Lets nothing wait any more. */
  void forget() {
    lock.lock();
    try {
      target = null;
      startup.drain((event, context) -> {});
    } finally {
      lock.unlock();
    }
  }

  void append(HeliographAppender from, ILoggingEvent event) {
    if (!hears(from) || isAboutExporting(event)) {
      return;
    }
    guarded(
        () -> {
          EventTranslator current = target;
          if (current == null) {
            keep(event);
          } else {
            emitNow(current, event);
          }
        });
  }

  private boolean isAboutExporting(ILoggingEvent event) {
    return inside.get() != null
        || AppenderOptions.isBelow(event.getLoggerName(), OURS)
        || Thread.currentThread().getName().startsWith(OUR_THREADS);
  }

  private void guarded(Runnable work) {
    inside.set(Boolean.TRUE);
    try {
      work.run();
    } catch (Throwable thrown) {
      addError("an event was not exported", thrown);
    } finally {
      inside.remove();
    }
  }

  /** Under the lock, so that no event overtakes those that wait. */
  private void keep(ILoggingEvent event) {
    lock.lock();
    try {
      EventTranslator current = target;
      if (current == null) {
        startup.add(event, Context.current());
      } else {
        emitNow(current, event);
      }
    } finally {
      lock.unlock();
    }
  }

  @SuppressWarnings("ReturnValueIgnored") // The event keeps what it has looked up.
  private static void emitNow(EventTranslator target, ILoggingEvent event) {
    if (target.options().codeLocation()) {
      event.getCallerData();
    }
    emit(target, event, Context.current());
  }

  private static void emit(EventTranslator target, ILoggingEvent event, Context context) {
    if (!target.options().excludes(event.getLoggerName())) {
      target.emit(event, context);
    }
  }
}

package io.heliograph.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.heliograph.config.Settings;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Exports events as OTLP log records. Thread-safe; never blocks on a receiver, so that it needs no
 * AsyncAppender around it, and behind one it would see the wrong context.
 *
 * <p>Until it is connected it keeps the first 1,000 events, which are then exported in order. What
 * the exporter itself logs is never exported. {@link LogbackInstaller} attaches and connects it;
 * one that a logback.xml names is connected just the same.
 */
public final class HeliographAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

  static final String NAME = "HELIOGRAPH";
  private static final String OURS = "io.heliograph";
  private static final String OUR_THREADS = "heliograph-";

  private final Lock lock = new ReentrantLock();
  private final StartupEvents startup = new StartupEvents();

  /** Whether this thread is inside: what is logged there is about exporting. */
  private final ThreadLocal<Boolean> inside = new ThreadLocal<>();

  private volatile @Nullable EventTranslator translator;

  /** For logback.xml and {@link LogbackInstaller}. */
  public HeliographAppender() {
    setName(NAME);
  }

  /** Exports what has waited, and from here on every event at once. */
  void connect(OpenTelemetry openTelemetry, Settings settings) {
    EventTranslator connected =
        new EventTranslator(openTelemetry.getLogsBridge(), AppenderOptions.of(settings));
    lock.lock();
    try {
      startup.drain((event, context) -> guarded(() -> emit(connected, event, context)));
      translator = connected;
      reportDropped(startup.takeDropped());
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

  /** Keeps events again, for an engine to come. */
  void disconnect() {
    translator = null;
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (isAboutExporting(event)) {
      return;
    }
    guarded(
        () -> {
          EventTranslator connected = translator;
          if (connected == null) {
            keep(event);
          } else {
            lookUpCaller(connected, event);
            emit(connected, event, Context.current());
          }
        });
  }

  @SuppressWarnings("ReturnValueIgnored") // The event keeps what it has looked up.
  private static void lookUpCaller(EventTranslator connected, ILoggingEvent event) {
    if (connected.options().codeLocation()) {
      event.getCallerData();
    }
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
      EventTranslator connected = translator;
      if (connected == null) {
        startup.add(event, Context.current());
      } else {
        emit(connected, event, Context.current());
      }
    } finally {
      lock.unlock();
    }
  }

  private static void emit(EventTranslator connected, ILoggingEvent event, Context context) {
    if (!connected.options().excludes(event.getLoggerName())) {
      connected.emit(event, context);
    }
  }
}

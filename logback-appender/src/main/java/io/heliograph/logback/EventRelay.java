package io.heliograph.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.spi.ContextAwareBase;
import io.heliograph.instrumentation.logging.LogInstrumentation;
import io.heliograph.instrumentation.logging.LogRelay;
import org.jspecify.annotations.Nullable;

/**
 * Takes the events of one Logback context to an engine. It outlives the appenders, which each reset
 * replaces. Thread-safe.
 *
 * <p>It hears one appender at a time, so that two of them do not double an event.
 */
final class EventRelay extends ContextAwareBase {

  private final LogRelay<ILoggingEvent> events = new LogRelay<>(new LogbackAdapter(), this::report);
  private volatile @Nullable HeliographAppender heard;

  EventRelay(ch.qos.logback.core.@Nullable Context context) {
    setContext(context);
  }

  private void report(String problem, @Nullable Throwable cause) {
    if (cause == null) {
      addWarn(problem);
    } else {
      addError(problem, cause);
    }
  }

  /** Listens to this appender from here on, and to no other. */
  void hear(HeliographAppender appender) {
    heard = appender;
  }

  boolean hears(HeliographAppender appender) {
    return heard == appender;
  }

  void target(@Nullable LogInstrumentation<ILoggingEvent> next) {
    events.target(next);
  }

  /** Takes what waits in another relay, whose appender this one hears now. */
  void adopt(EventRelay other) {
    events.adopt(other.events);
  }

  void forget() {
    events.forget();
  }

  void append(HeliographAppender from, ILoggingEvent event) {
    if (hears(from)) {
      events.append(event);
    }
  }
}

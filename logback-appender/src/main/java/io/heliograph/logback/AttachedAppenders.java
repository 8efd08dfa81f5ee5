package io.heliograph.logback;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.spi.AppenderAttachable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Finds our appenders on all loggers of a context, also behind others. */
final class AttachedAppenders {

  private AttachedAppenders() {}

  static List<HeliographAppender> of(LoggerContext context) {
    List<HeliographAppender> found = new ArrayList<>();
    for (Logger logger : context.getLoggerList()) {
      addTo(found, logger);
    }
    return found;
  }

  private static void addTo(
      List<HeliographAppender> found, AppenderAttachable<ILoggingEvent> attachable) {
    Iterator<Appender<ILoggingEvent>> attached = attachable.iteratorForAppenders();
    while (attached.hasNext()) {
      addTo(found, attached.next());
    }
  }

  @SuppressWarnings("unchecked") // What is attached to a logger's appender takes its events.
  private static void addTo(List<HeliographAppender> found, Appender<ILoggingEvent> appender) {
    if (appender instanceof HeliographAppender ours && !found.contains(ours)) {
      found.add(ours);
    } else if (appender instanceof AppenderAttachable<?> several) {
      addTo(found, (AppenderAttachable<ILoggingEvent>) several);
    }
  }
}

package io.heliograph.spring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.heliograph.logback.HeliographAppender;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What is on the Logback context that all applications of this JVM share. */
final class LogbackState {

  private static final String OURS = "io.heliograph.logback";

  private LogbackState() {}

  static LoggerContext context() {
    return (LoggerContext) LoggerFactory.getILoggerFactory();
  }

  static List<Appender<ILoggingEvent>> appenders() {
    List<Appender<ILoggingEvent>> found = new ArrayList<>();
    context().getLogger("ROOT").iteratorForAppenders().forEachRemaining(found::add);
    found.removeIf(appender -> !(appender instanceof HeliographAppender));
    return found;
  }

  static void assertNothingIsLeft() {
    assertThat(appenders()).isEmpty();
    assertThat(context().getMDCAdapter().getClass().getPackageName()).isNotEqualTo(OURS);
    assertThat(context().getCopyOfListenerList())
        .noneMatch(listener -> listener.getClass().getPackageName().equals(OURS));
  }
}

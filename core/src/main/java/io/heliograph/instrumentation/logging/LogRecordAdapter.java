package io.heliograph.instrumentation.logging;

import io.opentelemetry.api.logs.Severity;
import java.time.Instant;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * What every log manager's records of {@code java.util.logging} have in common. Stateless and
 * thread-safe.
 */
public abstract class LogRecordAdapter<E extends LogRecord> implements LogEventAdapter<E> {

  /** JBoss LogManager's; the JDK has nothing above SEVERE. */
  private static final int FATAL = 1100;

  @Override
  public String logger(E line) {
    return Objects.requireNonNullElse(line.getLoggerName(), "");
  }

  @Override
  public Severity severity(E line) {
    int level = line.getLevel().intValue();
    if (level < Level.INFO.intValue()) {
      return level < Level.FINE.intValue() ? Severity.TRACE : Severity.DEBUG;
    }
    if (level < Level.SEVERE.intValue()) {
      return level < Level.WARNING.intValue() ? Severity.INFO : Severity.WARN;
    }
    return level < FATAL ? Severity.ERROR : Severity.FATAL;
  }

  @Override
  public String severityText(E line) {
    return line.getLevel().getName();
  }

  @Override
  public Instant time(E line) {
    return line.getInstant();
  }

  @Override
  public @Nullable Object @Nullable [] arguments(E line) {
    return line.getParameters();
  }

  @Override
  public @Nullable LoggedException exception(E line) {
    Throwable thrown = line.getThrown();
    return thrown == null ? null : LoggedException.of(thrown);
  }

  @Override
  @SuppressWarnings("ReturnValueIgnored") // The line keeps what it has looked up.
  public void keepCaller(E line) {
    line.getSourceClassName();
  }
}

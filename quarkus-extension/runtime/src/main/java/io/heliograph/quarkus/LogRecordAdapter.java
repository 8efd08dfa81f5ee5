package io.heliograph.quarkus;

import io.heliograph.instrumentation.logging.LogEventAdapter;
import io.heliograph.instrumentation.logging.LoggedException;
import io.opentelemetry.api.logs.Severity;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Formatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;

/** Reads JBoss LogManager's lines. */
final class LogRecordAdapter implements LogEventAdapter<ExtLogRecord> {

  /** Without the stack trace of an exception. */
  private static final Formatter MESSAGE = new PatternFormatter("%s");

  @Override
  public String logger(ExtLogRecord line) {
    return Objects.requireNonNullElse(line.getLoggerName(), "");
  }

  @Override
  public Severity severity(ExtLogRecord line) {
    int level = line.getLevel().intValue();
    if (level < Level.INFO.intValue()) {
      return level < Level.DEBUG.intValue() ? Severity.TRACE : Severity.DEBUG;
    }
    if (level < Level.ERROR.intValue()) {
      return level < Level.WARN.intValue() ? Severity.INFO : Severity.WARN;
    }
    return level < Level.FATAL.intValue() ? Severity.ERROR : Severity.FATAL;
  }

  @Override
  public String severityText(ExtLogRecord line) {
    return line.getLevel().getName();
  }

  @Override
  public String message(ExtLogRecord line) {
    return MESSAGE.format(line);
  }

  @Override
  public Instant time(ExtLogRecord line) {
    return line.getInstant();
  }

  @Override
  public Map<String, String> mdc(ExtLogRecord line) {
    return line.getMdcCopy();
  }

  @Override
  public @Nullable String template(ExtLogRecord line) {
    return line.getFormatStyle() == ExtLogRecord.FormatStyle.NO_FORMAT ? null : line.getMessage();
  }

  @Override
  public @Nullable Object @Nullable [] arguments(ExtLogRecord line) {
    return line.getParameters();
  }

  @Override
  public @Nullable LoggedException exception(ExtLogRecord line) {
    Throwable thrown = line.getThrown();
    return thrown == null ? null : LoggedException.of(thrown);
  }

  @Override
  public void keepForLater(ExtLogRecord line) {
    line.disableCallerCalculation();
    line.copyMdc();
  }

  @Override
  @SuppressWarnings("ReturnValueIgnored") // The line keeps what it has looked up.
  public void keepCaller(ExtLogRecord line) {
    line.getSourceClassName();
  }

  @Override
  public @Nullable StackTraceElement caller(ExtLogRecord line) {
    String type = line.getSourceClassName();
    String method = Objects.requireNonNullElse(line.getSourceMethodName(), "");
    return type == null
        ? null
        : new StackTraceElement(type, method, line.getSourceFileName(), line.getSourceLineNumber());
  }
}

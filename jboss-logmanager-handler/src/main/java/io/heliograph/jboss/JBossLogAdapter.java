package io.heliograph.jboss;

import io.heliograph.instrumentation.logging.LogRecordAdapter;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Formatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;

/** Reads JBoss LogManager's lines. */
final class JBossLogAdapter extends LogRecordAdapter<ExtLogRecord> {

  /** Without the stack trace of an exception. */
  private static final Formatter MESSAGE = new PatternFormatter("%s");

  @Override
  public String message(ExtLogRecord line) {
    return MESSAGE.format(line);
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
  public void keepForLater(ExtLogRecord line) {
    line.disableCallerCalculation();
    line.copyMdc();
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

package io.heliograph.internal.logs;

import io.heliograph.export.InstrumentationScope;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * The logger of one scope. Thread-safe.
 *
 * <p>The methods without {@code Override} are those of newer APIs than the one it is compiled
 * against.
 */
record EngineLogger(LoggerCore core, InstrumentationScope scope) implements Logger {

  @Override
  public LogRecordBuilder logRecordBuilder() {
    return new EngineLogRecordBuilder(core, scope);
  }

  /** Whether somebody wants a record of that severity. */
  public boolean isEnabled(@Nullable Severity severity, @Nullable Context context) {
    return core.isEnabled(
        context == null ? Context.current() : context,
        scope,
        severity == null ? Severity.UNDEFINED_SEVERITY_NUMBER : severity);
  }

  /** The same in the current context. */
  public boolean isEnabled(@Nullable Severity severity) {
    return isEnabled(severity, Context.current());
  }
}

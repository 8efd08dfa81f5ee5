package io.heliograph.jboss;

import io.heliograph.Heliograph;
import io.heliograph.instrumentation.logging.LogInstrumentation;
import io.heliograph.instrumentation.logging.LogRelay;
import java.util.logging.ErrorManager;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/** Exports lines as OTLP log records; the first ones wait for the engine. Thread-safe. */
public final class HeliographHandler extends ExtHandler {

  private static final JBossLogAdapter ADAPTER = new JBossLogAdapter();

  private final LogRelay<ExtLogRecord> events = new LogRelay<>(ADAPTER, this::report);

  /** Keeps lines until it is connected. */
  public HeliographHandler() {}

  @Override
  protected void doPublish(ExtLogRecord line) {
    events.append(line);
  }

  /** From now on, lines go to this engine; first those that waited. */
  public void connect(Heliograph engine) {
    events.target(LogInstrumentation.of(engine.openTelemetry(), engine.settings(), ADAPTER));
  }

  /** For good: another start has another handler. */
  public void disconnect() {
    setEnabled(false);
    events.forget();
  }

  private void report(String problem, @Nullable Throwable cause) {
    Exception exception = cause == null ? null : new IllegalStateException(cause);
    reportError(problem, exception, ErrorManager.WRITE_FAILURE);
  }
}

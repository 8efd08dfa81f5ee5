package io.heliograph.logback;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.heliograph.config.LogbackSettings;
import io.heliograph.config.Settings;
import io.heliograph.instrumentation.logging.LogInstrumentation;
import io.heliograph.instrumentation.logging.TraceMdc;
import io.opentelemetry.api.OpenTelemetry;
import org.jspecify.annotations.Nullable;

/**
 * Installs the trace ids in the MDC and the appender on a Logback context, by program. Thread-safe.
 *
 * <pre>{@code
 * LogbackInstaller logback = new LogbackInstaller((LoggerContext) LoggerFactory.getILoggerFactory());
 * logback.install(); // as early as there is a context; events wait
 * logback.connect(heliograph.openTelemetry(), heliograph.settings());
 * }</pre>
 *
 * <p>However often and by however many installers: each context has one appender and one MDC, and
 * the installer that was added or connected last decides where events go, until it is uninstalled.
 * A reset of the context is survived. A context that was stopped forgets its listeners; call {@link
 * #install} again after it was set up anew.
 */
public final class LogbackInstaller {

  private final LoggerContext context;
  private TraceMdc mdc;
  private boolean exporting = true;
  private boolean connected;
  private @Nullable LogInstrumentation<ILoggingEvent> target;

  /** For a context; changes nothing yet. */
  public LogbackInstaller(LoggerContext context) {
    this.context = context;
    this.mdc = TraceMdc.byDefault();
  }

  /** Attaches what is not attached. Idempotent. */
  public void install() {
    synchronized (context) {
      Installation.on(context, mdc).fulfil(this, wish());
    }
  }

  private Installation.Wish wish() {
    return new Installation.Wish(mdc, exporting, target);
  }

  /**
   * Exports what has waited and what comes, as far as it is switched on; leaves nothing on the
   * context when all is off.
   *
   * @param settings those of {@code heliograph.logback.*} count
   */
  public void connect(OpenTelemetry openTelemetry, Settings settings) {
    synchronized (context) {
      mdc = TraceMdc.of(settings);
      exporting = settings.get(LogbackSettings.APPENDER_ENABLED);
      target = LogInstrumentation.of(openTelemetry, settings, new LogbackAdapter());
      connected = true;
      if (exporting || mdc.enabled()) {
        Installation.on(context, mdc).prefer(this, wish());
      } else {
        uninstall();
      }
    }
  }

  /** Lets events wait for an engine to come; what is exported already is not affected. */
  public void disconnect() {
    synchronized (context) {
      if (connected) {
        forgetEngine();
        install();
      }
    }
  }

  private void forgetEngine() {
    target = null;
    connected = false;
  }

  /** Takes away what {@link #install} did, unless an engine is connected by now. Idempotent. */
  public void uninstallUnlessConnected() {
    synchronized (context) {
      if (!connected) {
        uninstall();
      }
    }
  }

  /** Takes the appender and the trace ids off the context, unless others want them. Idempotent. */
  public void uninstall() {
    synchronized (context) {
      forgetEngine();
      Installation installation = Installation.find(context);
      if (installation != null) {
        installation.withdraw(this);
      }
    }
  }
}

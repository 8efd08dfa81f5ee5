package io.heliograph.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.core.Appender;
import io.heliograph.config.LogbackSettings;
import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import io.opentelemetry.api.OpenTelemetry;
import java.util.Iterator;
import java.util.Map;
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
 * <p>However often and by however many installers: each context has one appender and one MDC. A
 * reset of the context is survived. A context that was stopped forgets its listeners; call {@link
 * #install} again after it was set up anew.
 */
public final class LogbackInstaller implements LoggerContextListener {

  private final LoggerContext context;
  private HeliographAppender appender = new HeliographAppender();
  private MdcOptions mdc;
  private boolean exporting = true;
  private boolean installed;

  /** For a context; changes nothing yet. */
  public LogbackInstaller(LoggerContext context) {
    this.context = context;
    this.mdc = MdcOptions.of(Settings.load(PropertySource.empty(), Map.of()));
  }

  /** Attaches what is not attached. Idempotent. */
  public synchronized void install() {
    installed = true;
    if (!context.getCopyOfListenerList().contains(this)) {
      context.addListener(this);
    }
    installMdc();
    attach();
  }

  /**
   * Exports what has waited and what comes.
   *
   * @param settings those of {@code heliograph.logback.*} count
   */
  public synchronized void connect(OpenTelemetry openTelemetry, Settings settings) {
    mdc = MdcOptions.of(settings);
    exporting = settings.get(LogbackSettings.APPENDER_ENABLED);
    install();
    if (exporting) {
      appender.connect(openTelemetry, settings);
    } else {
      detach();
    }
  }

  /** Lets events wait for an engine to come; what is exported already is not affected. */
  public synchronized void disconnect() {
    appender.disconnect();
  }

  /** Takes the appender and the trace ids off the context. Idempotent. */
  public synchronized void uninstall() {
    installed = false;
    appender.disconnect();
    detach();
    if (context.getMDCAdapter() instanceof TraceMdcAdapter ours) {
      context.setMDCAdapter(ours.delegate());
    }
    context.removeListener(this);
  }

  private void installMdc() {
    if (context.getMDCAdapter() instanceof TraceMdcAdapter ours) {
      ours.options(mdc);
    } else if (context.getMDCAdapter() != null) {
      context.setMDCAdapter(new TraceMdcAdapter(context.getMDCAdapter(), mdc));
    }
  }

  private void attach() {
    if (!exporting) {
      return;
    }
    Logger root = root();
    HeliographAppender attached = attached(root);
    if (attached == null) {
      appender.setContext(context);
      root.addAppender(appender);
    } else {
      appender = attached;
    }
    appender.start();
  }

  private void detach() {
    root().detachAppender(appender);
    appender.stop();
  }

  private static @Nullable HeliographAppender attached(Logger root) {
    Iterator<Appender<ILoggingEvent>> appenders = root.iteratorForAppenders();
    while (appenders.hasNext()) {
      if (appenders.next() instanceof HeliographAppender found) {
        return found;
      }
    }
    return null;
  }

  private Logger root() {
    return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  /** So that a reset does not remove this listener. */
  @Override
  public boolean isResetResistant() {
    return true;
  }

  /** A reset has taken all appenders away. */
  @Override
  public synchronized void onReset(LoggerContext reset) {
    if (installed) {
      installMdc();
      attach();
    }
  }

  @Override
  public void onStart(LoggerContext started) {}

  @Override
  public void onStop(LoggerContext stopped) {}

  @Override
  public void onLevelChange(Logger logger, Level level) {}
}

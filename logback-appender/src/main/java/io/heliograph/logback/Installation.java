package io.heliograph.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.BasicStatusManager;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.status.StatusManager;
import io.heliograph.instrumentation.logging.LogInstrumentation;
import io.heliograph.instrumentation.logging.TraceMdc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.spi.MDCAdapter;

/**
 * What is installed on one Logback context, whoever asked for it. Guarded by the context's monitor.
 *
 * <p>It is found through the MDC adapter, which is all that a stopped or reset context keeps:
 * neither its listeners nor its objects nor its appenders survive.
 */
final class Installation implements LoggerContextListener {

  /** What one application wants; null lets its events wait. */
  record Wish(
      TraceMdc mdc, boolean exporting, @Nullable LogInstrumentation<ILoggingEvent> target) {}

  private final LoggerContext context;
  private final EventRelay relay;
  private final Map<LogbackInstaller, Wish> wishes = new LinkedHashMap<>();

  private Installation(LoggerContext context) {
    this.context = context;
    this.relay = new EventRelay(context);
  }

  static @Nullable Installation find(@Nullable Context context) {
    return context instanceof LoggerContext ours
            && ours.getMDCAdapter() instanceof TraceMdcAdapter adapter
        ? adapter.installation()
        : null;
  }

  static @Nullable EventRelay relayOf(@Nullable Context context) {
    Installation found = find(context);
    return found == null ? null : found.relay;
  }

  static Installation on(LoggerContext context, TraceMdc mdc) {
    Installation found = find(context);
    if (found != null) {
      return found;
    }
    Installation installation = new Installation(context);
    MDCAdapter delegate =
        Objects.requireNonNullElseGet(context.getMDCAdapter(), LogbackMDCAdapter::new);
    replaceMdc(context, new TraceMdcAdapter(delegate, installation, mdc));
    return installation;
  }

  /** Logback warns of a second adapter, which Boot prints at each start; this one is meant. */
  private static void replaceMdc(LoggerContext context, MDCAdapter adapter) {
    StatusManager statuses = context.getStatusManager();
    context.setStatusManager(new BasicStatusManager());
    try {
      context.setMDCAdapter(adapter);
    } finally {
      context.setStatusManager(statuses);
    }
  }

  /** Fulfils a wish, which counts until it is withdrawn or a later one comes. */
  void fulfil(LogbackInstaller installer, Wish wish) {
    wishes.put(installer, wish);
    refresh();
  }

  /** Fulfils a wish before all that others have. */
  void prefer(LogbackInstaller installer, Wish wish) {
    wishes.remove(installer);
    fulfil(installer, wish);
  }

  void withdraw(LogbackInstaller installer) {
    wishes.remove(installer);
    if (wishes.isEmpty()) {
      leave();
    } else {
      refresh();
    }
  }

  private void refresh() {
    if (!context.getCopyOfListenerList().contains(this)) {
      context.addListener(this);
    }
    if (context.getMDCAdapter() instanceof TraceMdcAdapter adapter) {
      adapter.options(Objects.requireNonNull(last(wish -> true)).mdc());
    }
    Wish exporting = last(Wish::exporting);
    if (exporting == null) {
      silence();
    } else {
      attach();
      relay.target(exporting.target());
    }
  }

  private @Nullable Wish last(Predicate<Wish> condition) {
    Wish last = null;
    for (Wish wish : wishes.values()) {
      last = condition.test(wish) ? wish : last;
    }
    return last;
  }

  /** One that a configuration names, anywhere, takes the place of ours. */
  private void attach() {
    List<HeliographAppender> attached = AttachedAppenders.of(context);
    boolean named = isAnyNamed(attached);
    for (HeliographAppender appender : attached) {
      if (named && appender.isByProgram()) {
        detach(appender);
      } else {
        appender.start();
      }
    }
    if (attached.isEmpty()) {
      HeliographAppender own = HeliographAppender.byProgram(context);
      own.start();
      root().addAppender(own);
    }
  }

  private static boolean isAnyNamed(List<HeliographAppender> appenders) {
    for (HeliographAppender appender : appenders) {
      if (!appender.isByProgram()) {
        return true;
      }
    }
    return false;
  }

  private void silence() {
    relay.forget();
    for (HeliographAppender appender : AttachedAppenders.of(context)) {
      if (appender.isByProgram()) {
        detach(appender);
      }
    }
  }

  private void detach(HeliographAppender appender) {
    root().detachAppender(appender);
    appender.stop();
  }

  private void leave() {
    silence();
    context.removeListener(this);
    if (context.getMDCAdapter() instanceof TraceMdcAdapter adapter) {
      replaceMdc(context, adapter.delegate());
    }
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
  public void onReset(LoggerContext reset) {
    synchronized (context) {
      if (!wishes.isEmpty()) {
        refresh();
      }
    }
  }

  @Override
  public void onStart(LoggerContext started) {}

  @Override
  public void onStop(LoggerContext stopped) {}

  @Override
  public void onLevelChange(Logger logger, Level level) {}
}

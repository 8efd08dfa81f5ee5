package io.heliograph.logback;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import org.jspecify.annotations.Nullable;

/**
 * Exports events as OTLP log records. Thread-safe; never blocks on a receiver, so that it needs no
 * AsyncAppender around it, and behind one it would see the wrong context.
 *
 * <p>Until there is an engine the first 1,000 events wait, and are then exported in order. What the
 * exporter itself logs is never exported. {@link LogbackInstaller} attaches and connects one; one
 * that a logback.xml names is used instead.
 */
public final class HeliographAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

  static final String NAME = "HELIOGRAPH";

  private final boolean byProgram;
  private volatile @Nullable EventRelay relay;

  /** For logback.xml. */
  public HeliographAppender() {
    this(false);
  }

  private HeliographAppender(boolean byProgram) {
    this.byProgram = byProgram;
    setName(NAME);
  }

  static HeliographAppender byProgram(LoggerContext context) {
    HeliographAppender appender = new HeliographAppender(true);
    appender.setContext(context);
    return appender;
  }

  /** Whether no configuration names it, so that it may be taken away again. */
  boolean isByProgram() {
    return byProgram;
  }

  /** Joins what is installed on its context; before that, its events wait here. */
  @Override
  public void start() {
    EventRelay before = relay;
    EventRelay installed = Installation.relayOf(getContext());
    if (installed != null) {
      join(installed, before);
    } else if (before == null) {
      join(new EventRelay(getContext()), null);
    }
    super.start();
  }

  private void join(EventRelay joined, @Nullable EventRelay before) {
    joined.hear(this);
    relay = joined;
    if (before != null && before != joined) {
      joined.adopt(before);
    }
  }

  @Override
  protected void append(ILoggingEvent event) {
    EventRelay current = relay;
    if (current != null) {
      current.append(this, event);
    }
  }
}

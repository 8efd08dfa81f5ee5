package io.heliograph.internal.diagnostics;

import io.heliograph.pipeline.Clock;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Logs each cause at once the first time, then at most one line a minute with the number of lines
 * that were held back. Control characters are replaced, so that no text from outside can forge a
 * line. Never throws. Thread-safe.
 */
public final class ThrottledLog {

  private static final long INTERVAL_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final int MAX_CAUSES = 256;

  private final System.Logger logger;
  private final Clock clock;
  private final Map<String, Cause> causes = new ConcurrentHashMap<>();

  public ThrottledLog(System.Logger logger, Clock clock) {
    this.logger = logger;
    this.clock = clock;
  }

  /**
   * Reports a failure.
   *
   * @param cause what is throttled together, from a small fixed set of names
   * @param message made only if a line is written
   */
  public void warn(String cause, Supplier<String> message, @Nullable Throwable thrown) {
    log(Level.WARNING, cause, message, thrown);
  }

  /** Reports what is no failure, such as the end of one; throttled in the same way. */
  public void info(String cause, Supplier<String> message) {
    log(Level.INFO, cause, message, null);
  }

  private void log(
      Level level, String cause, Supplier<String> message, @Nullable Throwable thrown) {
    try {
      Cause state = causes.computeIfAbsent(bounded(cause), key -> new Cause());
      long held = state.admit(clock.nanoTime());
      if (held >= 0) {
        write(level, message.get(), held, thrown);
      }
    } catch (Throwable ignored) {
      // A logger that fails must not take the engine with it, and there is nowhere left to report.
    }
  }

  private String bounded(String cause) {
    return causes.size() < MAX_CAUSES || causes.containsKey(cause) ? cause : "other";
  }

  private void write(Level level, String message, long held, @Nullable Throwable thrown) {
    String suffix = held == 0 ? "" : " (" + held + " more of these in the last minute)";
    logger.log(level, oneLine(message) + suffix, thrown);
  }

  /** Replaces control characters by {@code ?}. */
  public static String oneLine(String text) {
    StringBuilder safe = null;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        safe = safe == null ? new StringBuilder(text) : safe;
        safe.setCharAt(i, '?');
      }
    }
    return safe == null ? text : safe.toString();
  }

  /** When a cause was last written, and how often it was held back since. */
  private static final class Cause {
    private boolean written;
    private long lastNanos;
    private long held;

    /** The number of lines held back if one may be written now, -1 if not. */
    synchronized long admit(long now) {
      if (written && now - lastNanos < INTERVAL_NANOS) {
        held++;
        return -1;
      }
      long answer = held;
      written = true;
      lastNanos = now;
      held = 0;
      return answer;
    }
  }
}

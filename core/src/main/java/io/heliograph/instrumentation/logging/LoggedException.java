package io.heliograph.instrumentation.logging;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/** What was thrown, in texts. Immutable. */
public record LoggedException(String type, @Nullable String message, String stackTrace) {

  /** That of an exception, which is the application's own, so that its texts may fail. */
  public static LoggedException of(Throwable thrown) {
    String message = Texts.guarded(thrown::getMessage);
    String stackTrace = String.valueOf(Texts.guarded(() -> stackTrace(thrown)));
    return new LoggedException(thrown.getClass().getName(), message, stackTrace);
  }

  private static String stackTrace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}

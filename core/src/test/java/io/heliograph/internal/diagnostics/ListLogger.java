package io.heliograph.internal.diagnostics;

import java.util.List;
import java.util.ResourceBundle;

/** Keeps the messages that are logged; the list must be thread-safe if the code under test is. */
public record ListLogger(List<String> lines) implements System.Logger {
  @Override
  public String getName() {
    return "test";
  }

  @Override
  public boolean isLoggable(Level level) {
    return true;
  }

  @Override
  public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
    lines.add(message);
  }

  @Override
  public void log(Level level, ResourceBundle bundle, String format, Object... params) {
    lines.add(format);
  }
}

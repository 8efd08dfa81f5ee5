package io.heliograph.spring;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What Heliograph logs, while it is open. */
final class JulLog extends Handler implements AutoCloseable {

  private final Logger logger = Logger.getLogger("io.heliograph");
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Level before = logger.getLevel();

  JulLog() {
    logger.setLevel(Level.INFO);
    logger.addHandler(this);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void publish(LogRecord line) {
    lines.add(line.getLevel() + " " + line.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setLevel(before);
  }
}

package io.heliograph.internal.send;

import io.heliograph.FakeClock;
import io.heliograph.internal.diagnostics.DeliveryHistory;
import io.heliograph.internal.diagnostics.ListLogger;
import io.heliograph.internal.diagnostics.ThrottledLog;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A delivery log whose lines a test reads. */
public final class Logs {

  private final List<String> lines = new CopyOnWriteArrayList<>();

  public DeliveryLog log() {
    return new DeliveryLog(
        new ThrottledLog(new ListLogger(lines), new FakeClock()),
        new DeliveryHistory(new FakeClock()),
        "http://receiver.test",
        "heliograph.exporter.otlp.endpoint",
        "heliograph.exporter.otlp.headers");
  }

  public List<String> lines() {
    return lines;
  }
}

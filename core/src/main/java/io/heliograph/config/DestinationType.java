package io.heliograph.config;

/** What kind of place telemetry is sent to. */
public enum DestinationType {
  OTLP("otlp"),
  FILE("file"),
  CONSOLE("console"),
  ZIPKIN("zipkin");

  private final String text;

  DestinationType(String text) {
    this.text = text;
  }

  /** As configuration spells it. */
  @Override
  public String toString() {
    return text;
  }
}

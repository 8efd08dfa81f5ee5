package io.heliograph.config;

/** A kind of telemetry that has destinations of its own. */
public enum Signal {
  TRACES("traces"),
  METRICS("metrics"),
  LOGS("logs");

  private final String text;

  Signal(String text) {
    this.text = text;
  }

  /** As configuration and OTLP's paths spell it. */
  @Override
  public String toString() {
    return text;
  }
}

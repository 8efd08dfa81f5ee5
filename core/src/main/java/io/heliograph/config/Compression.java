package io.heliograph.config;

/** How a request body is compressed. */
public enum Compression {
  NONE("none"),
  GZIP("gzip");

  private final String text;

  Compression(String text) {
    this.text = text;
  }

  /** As configuration spells it. */
  @Override
  public String toString() {
    return text;
  }
}

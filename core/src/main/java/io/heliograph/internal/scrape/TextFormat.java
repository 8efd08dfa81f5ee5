package io.heliograph.internal.scrape;

/** The text formats that a scrape can be answered in. */
enum TextFormat {
  /** Prometheus' own, which has neither exemplars nor units. */
  PROMETHEUS("text/plain; version=0.0.4; charset=utf-8"),
  OPEN_METRICS("application/openmetrics-text; version=1.0.0; charset=utf-8");

  private final String contentType;

  TextFormat(String contentType) {
    this.contentType = contentType;
  }

  String contentType() {
    return contentType;
  }
}

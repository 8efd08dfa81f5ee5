package io.heliograph.spring;

import org.springframework.boot.actuate.endpoint.Producible;
import org.springframework.util.MimeType;

/** What a client may ask for; Actuator prefers the last one of those that it accepts. */
enum ScrapeFormat implements Producible<ScrapeFormat> {
  PROMETHEUS("text/plain;version=0.0.4"),
  OPEN_METRICS("application/openmetrics-text;version=1.0.0");

  private final String mimeType;

  ScrapeFormat(String mimeType) {
    this.mimeType = mimeType;
  }

  @Override
  public MimeType getProducedMimeType() {
    return MimeType.valueOf(mimeType);
  }

  @Override
  public boolean isDefault() {
    return this == PROMETHEUS;
  }
}

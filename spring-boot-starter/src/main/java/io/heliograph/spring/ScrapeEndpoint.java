package io.heliograph.spring;

import io.heliograph.Heliograph;
import io.heliograph.export.Scrape;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.util.MimeType;

/**
 * Metrics for Prometheus at {@code /actuator/heliographmetrics}, exposed like any other endpoint:
 * only where {@code management.endpoints.web.exposure.include} names it.
 *
 * <p>Public because Actuator calls it.
 */
@WebEndpoint(id = "heliographmetrics")
public final class ScrapeEndpoint {

  private final Heliograph heliograph;

  ScrapeEndpoint(Heliograph heliograph) {
    this.heliograph = heliograph;
  }

  /** Collects now; 503 once the engine is closed. */
  @ReadOperation(producesFrom = ScrapeFormat.class)
  public WebEndpointResponse<byte[]> scrape(ScrapeFormat format) {
    Scrape scrape = heliograph.scrape(format.getProducedMimeType().toString());
    return scrape == null
        ? new WebEndpointResponse<>(WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE)
        : new WebEndpointResponse<>(
            scrape.body(), WebEndpointResponse.STATUS_OK, MimeType.valueOf(scrape.contentType()));
  }
}

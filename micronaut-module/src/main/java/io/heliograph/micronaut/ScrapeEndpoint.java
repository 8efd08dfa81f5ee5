package io.heliograph.micronaut;

import io.heliograph.Heliograph;
import io.heliograph.export.Scrape;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.management.endpoint.annotation.Read;

/** Metrics for Prometheus, at {@code /heliographmetrics}; sensitive unless told otherwise. */
@Endpoint(id = "heliographmetrics", defaultSensitive = true)
final class ScrapeEndpoint {

  private final Heliograph heliograph;

  ScrapeEndpoint(Heliograph heliograph) {
    this.heliograph = heliograph;
  }

  /** Collects now; 404 where metrics are not to be scraped. */
  @Read(produces = MediaType.ALL)
  HttpResponse<byte[]> scrape(HttpRequest<?> request) {
    Scrape scrape = heliograph.scrape(request.getHeaders().get(HttpHeaders.ACCEPT));
    return scrape == null
        ? HttpResponse.notFound()
        : HttpResponse.ok(scrape.body()).header(HttpHeaders.CONTENT_TYPE, scrape.contentType());
  }
}

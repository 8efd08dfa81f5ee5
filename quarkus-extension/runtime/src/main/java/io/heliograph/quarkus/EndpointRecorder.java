package io.heliograph.quarkus;

import io.heliograph.ApplicationEngine;
import io.heliograph.export.Scrape;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Makes the handlers of our own endpoints. */
@Recorder
public class EndpointRecorder {

  /** All of {@link io.heliograph.Diagnostics}, as JSON. */
  public Handler<RoutingContext> diagnostics(RuntimeValue<ApplicationEngine> engine) {
    return request ->
        request.json(new JsonObject(engine.getValue().heliograph().diagnostics().toMap()));
  }

  /** Metrics for Prometheus; 404 where they are not to be scraped. */
  public Handler<RoutingContext> metrics(RuntimeValue<ApplicationEngine> engine) {
    return request -> scrape(engine.getValue(), request);
  }

  private static void scrape(ApplicationEngine engine, RoutingContext request) {
    Scrape scrape = engine.heliograph().scrape(request.request().getHeader(HttpHeaders.ACCEPT));
    if (scrape == null) {
      request.fail(HttpResponseStatus.NOT_FOUND.code());
    } else {
      request.response().putHeader(HttpHeaders.CONTENT_TYPE, scrape.contentType());
      request.end(Buffer.buffer(scrape.body()));
    }
  }
}

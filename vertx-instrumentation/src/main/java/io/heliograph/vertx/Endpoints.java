package io.heliograph.vertx;

import io.heliograph.ApplicationEngine;
import io.heliograph.export.Scrape;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** What an operator asks an application for. */
final class Endpoints {

  private Endpoints() {}

  static void diagnostics(ApplicationEngine engine, RoutingContext request) {
    request.json(new JsonObject(engine.heliograph().diagnostics().toMap()));
  }

  static void scrape(ApplicationEngine engine, RoutingContext request) {
    Scrape scrape = engine.heliograph().scrape(request.request().getHeader(HttpHeaders.ACCEPT));
    if (scrape == null) {
      request.fail(HttpResponseStatus.NOT_FOUND.code());
    } else {
      request.response().putHeader(HttpHeaders.CONTENT_TYPE, scrape.contentType());
      request.end(Buffer.buffer(scrape.body()));
    }
  }
}

package com.acme.shop;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Logs what went wrong while the request is still there, and so its trace. */
class Failures {

  private static final Logger log = Logger.getLogger(Failures.class);

  /** Those that the resources mean. */
  @ServerExceptionMapper
  Response answer(WebApplicationException meant) {
    return meant.getResponse();
  }

  @ServerExceptionMapper({RuntimeException.class, ClientWebApplicationException.class})
  Response failed(RuntimeException failure, HttpServerRequest request) {
    log.errorf(failure, "%s %s failed", request.method(), request.path());
    return Response.serverError().build();
  }
}

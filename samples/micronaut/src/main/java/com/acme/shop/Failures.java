package com.acme.shop;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what went wrong while the request is still there, and so its trace. */
@Singleton
@SuppressWarnings("rawtypes") // The interface has it so.
class Failures implements ExceptionHandler<RuntimeException, HttpResponse<?>> {

  private static final Logger log = LoggerFactory.getLogger(Failures.class);

  @Override
  public HttpResponse<?> handle(HttpRequest request, RuntimeException failure) {
    log.error("{} {} failed", request.getMethod(), request.getPath(), failure);
    return HttpResponse.serverError();
  }
}

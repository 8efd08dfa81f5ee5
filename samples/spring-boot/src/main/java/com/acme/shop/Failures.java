package com.acme.shop;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Logs what went wrong while the request is still there, and so its trace. */
@RestControllerAdvice
class Failures extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(Failures.class);

  @ExceptionHandler
  ProblemDetail failed(RuntimeException failure, HttpServletRequest request) {
    log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
    return ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR);
  }
}

package io.heliograph.internal.otlp;

/** Ends the encoding of a request that outgrows its limit; never leaves this package. */
final class RequestTooLarge extends RuntimeException {

  private static final long serialVersionUID = 1;

  RequestTooLarge() {
    super("request over its limit", null, false, false);
  }
}

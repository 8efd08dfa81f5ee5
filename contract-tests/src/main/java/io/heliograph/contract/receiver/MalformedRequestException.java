package io.heliograph.contract.receiver;

/** A request that breaks the rules of OTLP; the message says which. */
final class MalformedRequestException extends Exception {

  MalformedRequestException(String message) {
    super(message);
  }
}

package io.heliograph.internal.otlp;

/** A receiver's answer is not what it should be. */
public final class MalformedMessage extends Exception {

  private static final long serialVersionUID = 1;

  MalformedMessage(String message) {
    super(message);
  }
}

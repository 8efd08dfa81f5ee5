package io.heliograph.internal.net;

import java.io.IOException;

/** An answer is larger than the limit; by the specification the request is not repeated. */
public final class ResponseTooLarge extends IOException {

  private static final long serialVersionUID = 1;

  public ResponseTooLarge(int limit) {
    super("answer larger than " + limit + " bytes");
  }
}

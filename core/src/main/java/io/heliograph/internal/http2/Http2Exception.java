package io.heliograph.internal.http2;

import java.io.IOException;

/** The receiver has broken the protocol, which ends the connection; RFC 9113 section 5.4.1. */
final class Http2Exception extends IOException {

  private static final long serialVersionUID = 1;

  private final ErrorCode code;

  Http2Exception(ErrorCode code, String message) {
    super(message);
    this.code = code;
  }

  ErrorCode code() {
    return code;
  }
}

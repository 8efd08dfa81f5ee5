package io.heliograph.instrumentation;

import java.util.Set;

/** The defaults that HTTP servers and clients share. */
final class HttpDefaults {

  /** RFC 9110, PATCH of RFC 5789, and QUERY of the HTTP working group's draft. */
  static final Set<String> KNOWN_METHODS =
      Set.of(
          "CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "QUERY", "TRACE");

  /** The semantic conventions' list for {@code url.full} and {@code url.query}. */
  static final Set<String> SENSITIVE_QUERY_PARAMETERS =
      Set.of(
          "X-Amz-Signature",
          "X-Amz-Credential",
          "X-Amz-Security-Token",
          "AWSAccessKeyId",
          "Signature",
          "sig",
          "X-Goog-Signature");

  private HttpDefaults() {}
}

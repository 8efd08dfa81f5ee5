package io.heliograph.internal.http1;

import java.util.Map;

/**
 * An answer, complete.
 *
 * @param headers by name in lower case; of a repeated one the first
 * @param body empty if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
public record HttpResponse(int status, Map<String, String> headers, byte[] body) {

  /** A header's value, empty if it was not sent. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }
}

package io.heliograph.internal.hpack;

/**
 * A header field; RFC 7541 section 1.3.
 *
 * @param name in lower case on the wire
 * @param value one char per octet
 */
public record HeaderField(String name, String value) {

  /** What an entry costs beside its texts; RFC 7541 section 4.1. */
  private static final int OVERHEAD = 32;

  /** Octets it counts for in a table and in a list. */
  int size() {
    return name.length() + value.length() + OVERHEAD;
  }
}

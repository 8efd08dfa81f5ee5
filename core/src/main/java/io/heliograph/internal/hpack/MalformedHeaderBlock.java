package io.heliograph.internal.hpack;

/** A header block that cannot be decoded, after which no other can; RFC 7541 section 2.3.3. */
public final class MalformedHeaderBlock extends Exception {

  private static final long serialVersionUID = 1;

  MalformedHeaderBlock(String message) {
    super(message);
  }
}

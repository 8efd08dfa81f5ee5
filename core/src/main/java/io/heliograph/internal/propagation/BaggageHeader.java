package io.heliograph.internal.propagation;

import io.opentelemetry.api.baggage.BaggageEntryMetadata;

/**
 * Reads a list of {@code key=value;metadata} members; an invalid member costs only itself.
 *
 * <p>Looks at each character once, and cuts out only what is valid. Not thread-safe.
 */
final class BaggageHeader {

  private final String header;

  /** Where looking ends: at the end of the header, or where it may be looked at no further. */
  private final int limit;

  private int position;

  private BaggageHeader(String header, int limit) {
    this.header = header;
    this.limit = limit;
  }

  /** Reads the members that end within the allowance; the one that does not is left out. */
  static void read(String header, BaggageMembers baggage, BaggageAllowance allowance) {
    int limit = Math.min(header.length(), allowance.bytes());
    new BaggageHeader(header, limit).readAll(baggage, allowance);
  }

  private void readAll(BaggageMembers baggage, BaggageAllowance allowance) {
    while (position < header.length() && !allowance.isSpent()) {
      int start = position;
      if (readMember(baggage)) {
        allowance.spendMember();
      }
      position = Ascii.indexOf(header, ',', position, limit) + 1;
      allowance.spendBytes(position - start);
    }
  }

  /** False if what stands here is no member; then only its start has been passed. */
  private boolean readMember(BaggageMembers baggage) {
    int keyStart = skipBlanks();
    int keyEnd = skip(Ascii.TOKEN);
    if (keyStart == keyEnd || skipBlanks() == limit || header.charAt(position) != '=') {
      return false;
    }
    position++;
    int valueStart = skipBlanks();
    int valueEnd = skip(Ascii.BAGGAGE_VALUE);
    int metadataStart = skipBlanks();
    int end = skip(Ascii.BAGGAGE_METADATA);
    boolean isMetadata = end == metadataStart || header.charAt(metadataStart) == ';';
    if (!isMetadata || !isEndOfMember()) {
      return false;
    }
    String value = PercentEncoding.decode(header, valueStart, valueEnd);
    if (value == null) {
      return false;
    }
    baggage.put(header.substring(keyStart, keyEnd), value, metadata(metadataStart, end));
    return true;
  }

  private BaggageEntryMetadata metadata(int semicolon, int end) {
    int from = Ascii.trimStart(header, Math.min(semicolon + 1, end), end);
    int to = Ascii.trimEnd(header, from, end);
    return from == to
        ? BaggageEntryMetadata.empty()
        : BaggageEntryMetadata.create(header.substring(from, to));
  }

  private boolean isEndOfMember() {
    return position == header.length() || header.charAt(position) == ',';
  }

  private int skipBlanks() {
    position = Ascii.trimStart(header, position, limit);
    return position;
  }

  private int skip(CharacterSet characters) {
    position = characters.endOf(header, position, limit);
    return position;
  }
}

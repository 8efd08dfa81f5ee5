package io.heliograph.internal.propagation;

import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.baggage.BaggageEntryMetadata;

/** Reads lists of {@code key=value;metadata} members; an invalid member costs only itself. */
final class BaggageHeader {

  private BaggageHeader() {}

  /** Reads the members that end within the allowance; the one that does not is left out. */
  static void read(String header, BaggageBuilder baggage, BaggageAllowance allowance) {
    int length = header.length();
    for (int start = 0; start < length && !allowance.isSpent(); ) {
      int limit = (int) Math.min(length, (long) start + allowance.bytes());
      int end = Ascii.indexOf(header, ',', start, limit);
      boolean isWhole = end == length || header.charAt(end) == ',';
      if (isWhole && readMember(header, start, end, baggage)) {
        allowance.spendMember();
      }
      allowance.spendBytes(end + 1 - start);
      start = end + 1;
    }
  }

  private static boolean readMember(String header, int start, int end, BaggageBuilder baggage) {
    int equals = Ascii.indexOf(header, '=', start, end);
    int keyStart = Ascii.trimStart(header, start, equals);
    int keyEnd = Ascii.trimEnd(header, keyStart, equals);
    if (equals == end || !Ascii.isToken(header, keyStart, keyEnd)) {
      return false;
    }
    int semicolon = Ascii.indexOf(header, ';', equals, end);
    int valueStart = Ascii.trimStart(header, equals + 1, semicolon);
    int valueEnd = Ascii.trimEnd(header, valueStart, semicolon);
    if (!isValue(header, valueStart, valueEnd) || !Ascii.isFieldContent(header, semicolon, end)) {
      return false;
    }
    String value = PercentEncoding.decode(header, valueStart, valueEnd);
    if (value == null) {
      return false;
    }
    baggage.put(header.substring(keyStart, keyEnd), value, metadata(header, semicolon, end));
    return true;
  }

  private static BaggageEntryMetadata metadata(String header, int semicolon, int end) {
    int from = Ascii.trimStart(header, Math.min(semicolon + 1, end), end);
    int to = Ascii.trimEnd(header, from, end);
    return from == to
        ? BaggageEntryMetadata.empty()
        : BaggageEntryMetadata.create(header.substring(from, to));
  }

  private static boolean isValue(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c > '~' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }
}

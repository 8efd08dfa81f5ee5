package io.heliograph.internal.propagation;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageEntry;
import java.util.function.BiConsumer;

/**
 * Writes a baggage as one header within W3C Baggage's limits. A member that does not fit, or whose
 * key is no token, is left out as a whole; later ones may still fit.
 */
final class BaggageHeaderWriter implements BiConsumer<String, BaggageEntry> {

  private static final int USUAL_LENGTH = 128;

  private final StringBuilder header = new StringBuilder(USUAL_LENGTH);
  private int members;

  private BaggageHeaderWriter() {}

  /** The header, empty if no member can be sent. */
  static String write(Baggage baggage) {
    BaggageHeaderWriter writer = new BaggageHeaderWriter();
    baggage.forEach(writer);
    return writer.header.toString();
  }

  @Override
  public void accept(String key, BaggageEntry entry) {
    int mark = header.length();
    String metadata = entry.getMetadata().getValue();
    // Encoding never shortens: what is too long already is not encoded at all.
    long atLeast = (long) mark + key.length() + entry.getValue().length() + metadata.length();
    if (members == BaggageAllowance.MAX_MEMBERS
        || atLeast > BaggageAllowance.MAX_BYTES
        || !Ascii.isToken(key, 0, key.length())) {
      return;
    }
    append(key, entry.getValue(), metadata);
    if (header.length() > BaggageAllowance.MAX_BYTES) {
      header.setLength(mark);
    } else {
      members++;
    }
  }

  private void append(String key, String value, String metadata) {
    if (members > 0) {
      header.append(',');
    }
    header.append(key).append('=');
    PercentEncoding.encode(value, header);
    if (!metadata.isEmpty()) {
      header.append(';');
      PercentEncoding.encodeMetadata(metadata, header);
    }
  }
}

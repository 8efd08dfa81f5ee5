package io.heliograph.internal.otlp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The UTF-8 form of attribute keys.
 *
 * <p>Direct-mapped: a key that falls on another one's place takes it over, so that made-up keys can
 * never fill memory. Keys over {@value #LONGEST} characters are not kept.
 */
final class KeyCache {

  private static final int PLACES = 512;
  private static final int LONGEST = 256;

  private final @Nullable Entry[] entries = new Entry[PLACES];

  byte[] get(String key) {
    int hash = key.hashCode();
    int place = (hash ^ hash >>> 16) & PLACES - 1;
    Entry entry = entries[place];
    if (entry != null && entry.key.equals(key)) {
      return entry.utf8;
    }
    byte[] utf8 = encode(key);
    if (key.length() <= LONGEST) {
      entries[place] = new Entry(key, utf8);
    }
    return utf8;
  }

  private static byte[] encode(String key) {
    int length = GrowableBytes.utf8Length(key);
    if (length == key.length()) {
      return key.getBytes(StandardCharsets.US_ASCII);
    }
    GrowableBytes bytes = new GrowableBytes(length) {};
    bytes.utf8(key, length);
    return Arrays.copyOf(bytes.array, bytes.size);
  }

  private static final class Entry {
    final String key;
    final byte[] utf8;

    Entry(String key, byte[] utf8) {
      this.key = key;
      this.utf8 = utf8;
    }
  }
}

package io.heliograph.internal.otlp;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The attribute keys that come again and again.
 *
 * <p>Direct-mapped: a key that falls on another one's place takes it over, so that made-up keys can
 * never fill memory. Keys over {@value #LONGEST} characters are not kept.
 */
final class KeyCache {

  private static final Field KEY = new Field(1, "key");

  private static final int PLACES = 512;
  private static final int LONGEST = 256;

  private final ProtoWriter writer;
  private final @Nullable KnownKey[] places = new KnownKey[PLACES];

  /**
   * @param writer lends its buffer to encode in
   */
  KeyCache(ProtoWriter writer) {
    this.writer = writer;
  }

  KnownKey get(String key) {
    int hash = key.hashCode();
    int place = (hash ^ hash >>> 16) & PLACES - 1;
    KnownKey known = places[place];
    return known != null && known.key.equals(key) ? known : learn(key, place);
  }

  private KnownKey learn(String key, int place) {
    KnownKey known = new KnownKey(key, encode(key));
    if (key.length() <= LONGEST) {
      places[place] = known;
    }
    return known;
  }

  private byte[] encode(String key) {
    int from = writer.size;
    writer.string(KEY, key);
    byte[] field = Arrays.copyOfRange(writer.array, from, writer.size);
    writer.size = from;
    return field;
  }
}

package io.heliograph.internal.otlp;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The attribute keys that come again and again.
 *
 * <p>A key has two places, its own and the one next to it; if both are taken it takes over its own,
 * so that made-up keys can never fill memory. With one place {@code client.address} and {@code
 * server.address} drove each other out, span by span. Keys over {@value #LONGEST} characters are
 * not kept.
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
    return known != null && known.key.equals(key) ? known : getNextTo(place, key);
  }

  private KnownKey getNextTo(int place, String key) {
    int next = place ^ 1;
    KnownKey known = places[next];
    if (known != null && known.key.equals(key)) {
      return known;
    }
    return learn(key, places[place] != null && known == null ? next : place);
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

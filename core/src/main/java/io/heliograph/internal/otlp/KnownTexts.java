package io.heliograph.internal.otlp;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What was encoded of texts that come again and again.
 *
 * <p>Bytes are kept from a text's second time on, so that texts which come once leave no garbage.
 * One that falls on another one's place takes it over, so that made-up ones can never fill memory;
 * those over {@value #LONGEST} characters are not kept.
 */
final class KnownTexts {

  private static final int LONGEST = 128;

  private final @Nullable String[] texts;
  private final byte[] @Nullable [] encoded;

  /**
   * @param places a power of two
   */
  KnownTexts(int places) {
    texts = new String[places];
    encoded = new byte[places][];
  }

  /**
   * What was encoded of a text, null if it is not known.
   *
   * @param hash what its place goes by
   */
  byte @Nullable [] get(String text, int hash) {
    int place = hash & texts.length - 1;
    return text.equals(texts[place]) ? encoded[place] : null;
  }

  /** Learns what was encoded of a text that is not known. */
  void learn(String text, int hash, byte[] array, int from, int to) {
    int place = hash & texts.length - 1;
    if (text.equals(texts[place])) {
      encoded[place] = Arrays.copyOfRange(array, from, to);
    } else if (text.length() <= LONGEST) {
      texts[place] = text;
      encoded[place] = null;
    }
  }
}

package io.heliograph.internal.otlp;

/**
 * An attribute's key as protobuf, and whole attributes with it: methods, routes, hosts and agents
 * are the same in most spans.
 */
final class KnownKey {

  private static final int TEXTS = 4;

  final String key;

  /** KeyValue's field of the key: tag, length and UTF-8. */
  final byte[] field;

  /** A text's place goes by its length, which costs nothing to know. */
  final KnownTexts attributes = new KnownTexts(TEXTS);

  KnownKey(String key, byte[] field) {
    this.key = key;
    this.field = field;
  }
}

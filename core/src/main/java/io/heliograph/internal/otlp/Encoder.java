package io.heliograph.internal.otlp;

import java.util.List;

/**
 * Turns a batch into the bytes of one request, in a buffer that it owns and reuses.
 *
 * <p>Not thread-safe: an encoder belongs to one request until that is answered.
 *
 * @param <T> the signal's item
 */
public interface Encoder<T> {

  /**
   * Encodes a batch, overwriting what was encoded before.
   *
   * @return false if the request would be larger than the encoder's limit; the buffer then holds
   *     nothing of use
   */
  boolean encode(List<T> batch);

  /** The buffer; the request is in its bytes from 0 to {@link #length}. */
  byte[] array();

  /** Bytes of the request. */
  int length();

  /** Lets the buffer go if it holds more than this many bytes. */
  void trim(int bytes);
}

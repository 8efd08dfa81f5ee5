package io.heliograph.internal.send;

import io.heliograph.internal.net.ResponseTooLarge;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Compresses requests and, up to a limit, decompresses answers. */
final class Gzip {

  private static final int BUFFER = 8 * 1024;

  /** What telemetry usually shrinks to, and a bit. */
  private static final int EXPECTED_RATIO = 4;

  private Gzip() {}

  static byte[] compress(byte[] bytes, int length) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(BUFFER + length / EXPECTED_RATIO);
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed, BUFFER)) {
      gzip.write(bytes, 0, length);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return compressed.toByteArray();
  }

  /**
   * @throws ResponseTooLarge over the limit, before more is decompressed
   */
  static byte[] decompress(byte[] compressed, int limit) throws IOException {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(compressed), BUFFER)) {
      byte[] bytes = gzip.readNBytes(limit);
      if (gzip.read() >= 0) {
        throw new ResponseTooLarge(limit);
      }
      return bytes;
    }
  }
}

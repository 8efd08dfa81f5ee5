package io.heliograph.internal.http1;

import io.heliograph.internal.net.ResponseTooLarge;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * The body of an answer, by whichever sign it ends; RFC 9112 section 6.
 *
 * @param delimited whether its end is known without the connection's, which then can be used again
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
record ResponseBody(byte[] octets, boolean delimited) {

  private static final int HEX = 16;
  private static final int PART = 8 * 1024;

  /**
   * Reads it to its end.
   *
   * @param limit in bytes
   * @throws ResponseTooLarge before anything over the limit is read
   */
  static ResponseBody read(ResponseHead head, InputStream in, int limit) throws IOException {
    String coding = head.headers().getOrDefault("transfer-encoding", "");
    String length = head.headers().getOrDefault("content-length", "");
    if (head.status() == 204 || head.status() == 304) {
      return new ResponseBody(new byte[0], true);
    }
    if (coding.toLowerCase(Locale.ROOT).equals("chunked")) {
      return new ResponseBody(chunked(in, limit), length.isEmpty());
    }
    if (!coding.isEmpty()) {
      throw new IOException("the answer has an unknown transfer coding");
    }
    if (length.isEmpty()) {
      return new ResponseBody(untilClosed(in, limit), false);
    }
    long size = number(length, 10);
    requireRoom(limit, 0, size);
    return new ResponseBody(exactly(size, in), true);
  }

  private static void requireRoom(int limit, int taken, long more) throws ResponseTooLarge {
    if (more > limit - taken) {
      throw new ResponseTooLarge(limit);
    }
  }

  private static byte[] chunked(InputStream in, int limit) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    ResponseHead.Lines lines = new ResponseHead.Lines(in);
    for (long size = chunkSize(lines); size > 0; size = chunkSize(lines)) {
      requireRoom(limit, body.size(), size);
      body.writeBytes(exactly(size, in));
      if (!lines.next().isEmpty()) {
        throw new IOException("the answer has a malformed chunk");
      }
    }
    while (!lines.next().isEmpty()) {
      // Trailers say nothing to us.
    }
    return body.toByteArray();
  }

  private static long chunkSize(ResponseHead.Lines lines) throws IOException {
    String line = lines.next();
    int extension = line.indexOf(';');
    return number((extension < 0 ? line : line.substring(0, extension)).trim(), HEX);
  }

  private static long number(String text, int radix) throws IOException {
    try {
      long number = Long.parseLong(text, radix);
      if (number >= 0 && text.charAt(0) != '+') {
        return number;
      }
    } catch (NumberFormatException malformed) {
      // As below.
    }
    throw new IOException("the answer has a malformed length");
  }

  private static byte[] exactly(long length, InputStream in) throws IOException {
    byte[] octets = in.readNBytes((int) length);
    if (octets.length < length) {
      throw new EOFException("closed before the end of the answer");
    }
    return octets;
  }

  private static byte[] untilClosed(InputStream in, int limit) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
      requireRoom(limit, body.size(), part.length);
      body.writeBytes(part);
    }
    return body.toByteArray();
  }
}

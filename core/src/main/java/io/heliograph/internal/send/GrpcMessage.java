package io.heliograph.internal.send;

import io.heliograph.internal.net.ResponseTooLarge;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The one message of an answer, gathered from the parts in which it comes.
 *
 * @see <a
 *     href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md#requests">Length-Prefixed-Message</a>
 */
final class GrpcMessage {

  /** Whether it is compressed, and its length. */
  static final int PREFIX_LENGTH = 5;

  private static final long UNSIGNED = 0xFFFF_FFFFL;

  private final int limit;
  private final ByteBuffer prefix = ByteBuffer.allocate(PREFIX_LENGTH);
  private @Nullable ByteBuffer content;

  GrpcMessage(int limit) {
    this.limit = limit;
  }

  static byte[] prefix(boolean compressed, int length) {
    return ByteBuffer.allocate(PREFIX_LENGTH)
        .put((byte) (compressed ? 1 : 0))
        .putInt(length)
        .array();
  }

  /**
   * Takes a part.
   *
   * @throws ResponseTooLarge before anything of it is kept
   * @throws IOException for a second message
   */
  void add(ByteBuffer data) throws IOException {
    move(data, prefix);
    if (content == null && !prefix.hasRemaining()) {
      long length = prefix.getInt(1) & UNSIGNED;
      if (length > limit) {
        throw new ResponseTooLarge(limit);
      }
      content = ByteBuffer.allocate((int) length);
    }
    if (content != null) {
      move(data, content);
    }
    if (data.hasRemaining()) {
      throw new IOException("more than one message");
    }
  }

  private static void move(ByteBuffer from, ByteBuffer to) {
    int octets = Math.min(from.remaining(), to.remaining());
    to.put(to.position(), from, from.position(), octets);
    to.position(to.position() + octets);
    from.position(from.position() + octets);
  }

  /**
   * The message, null if none came.
   *
   * @param gzip whether the answer's header says that compressed messages are so
   * @throws ResponseTooLarge before more is decompressed
   * @throws IOException for a message that cannot be read
   */
  byte @Nullable [] read(boolean gzip) throws IOException {
    ByteBuffer whole = content;
    if (whole == null && prefix.position() == 0) {
      return null;
    }
    if (whole == null || whole.hasRemaining()) {
      throw new IOException("half a message");
    }
    byte[] bytes = new byte[whole.capacity()];
    whole.get(0, bytes);
    return switch (prefix.get(0)) {
      case 0 -> bytes;
      case 1 -> decompressed(bytes, gzip);
      default -> throw new IOException("unknown kind of message");
    };
  }

  private byte[] decompressed(byte[] bytes, boolean gzip) throws IOException {
    if (!gzip) {
      throw new IOException("message compressed in an unknown way");
    }
    try {
      return Gzip.decompress(bytes, limit);
    } catch (EOFException | ZipException garbage) {
      throw new IOException("message is no gzip", garbage);
    }
  }
}

package io.heliograph.internal.http2;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads one frame after the other; RFC 9113 section 4.1. Not thread-safe. */
final class FrameReader {

  private static final byte[] HTTP_1 = "HTTP/1".getBytes(StandardCharsets.US_ASCII);
  private static final int STREAM_ID = 0x7FFF_FFFF;

  private final InputStream in;
  private final ByteBuffer header = ByteBuffer.allocate(Frame.HEADER_LENGTH);
  private final ByteBuffer payload = ByteBuffer.allocate(Frame.MAX_LENGTH);

  FrameReader(InputStream in) {
    this.in = in;
  }

  /**
   * Waits for a frame.
   *
   * @throws SocketTimeoutException if nothing came for as long as the socket waits: one may go on
   * @throws IOException the end of the connection
   */
  Frame read() throws IOException {
    fill(header.clear(), true);
    int length = ((header.getShort(0) & 0xFFFF) << 8) | (header.get(2) & 0xFF);
    if (length > Frame.MAX_LENGTH) {
      throw tooLong();
    }
    fill(payload.clear().limit(length), false);
    return new Frame(
        header.get(3) & 0xFF, header.get(4) & 0xFF, header.getInt(5) & STREAM_ID, payload.flip());
  }

  private Http2Exception tooLong() {
    boolean http1 = ByteBuffer.wrap(HTTP_1).equals(header.duplicate().flip().limit(HTTP_1.length));
    return http1
        ? new Http2Exception(
            ErrorCode.PROTOCOL_ERROR, "the receiver speaks HTTP/1: is this its port for gRPC?")
        : new Http2Exception(ErrorCode.FRAME_SIZE_ERROR, "frame of more than " + Frame.MAX_LENGTH);
  }

  private void fill(ByteBuffer buffer, boolean mayStart) throws IOException {
    while (buffer.hasRemaining()) {
      int count = read(buffer, mayStart && buffer.position() == 0);
      if (count < 0) {
        throw new EOFException("the receiver has closed the connection");
      }
      buffer.position(buffer.position() + count);
    }
  }

  private int read(ByteBuffer buffer, boolean start) throws IOException {
    try {
      return in.read(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
    } catch (SocketTimeoutException silence) {
      throw start ? silence : new IOException("silence in the middle of a frame", silence);
    }
  }
}

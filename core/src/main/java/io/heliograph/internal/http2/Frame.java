package io.heliograph.internal.http2;

import java.nio.ByteBuffer;

/**
 * A frame as it came; RFC 9113 sections 4.1 and 6.
 *
 * @param payload valid until the next frame is read
 */
record Frame(int type, int flags, int streamId, ByteBuffer payload) {

  static final int DATA = 0x0;
  static final int HEADERS = 0x1;
  static final int PRIORITY = 0x2;
  static final int RST_STREAM = 0x3;
  static final int SETTINGS = 0x4;
  static final int PUSH_PROMISE = 0x5;
  static final int PING = 0x6;
  static final int GOAWAY = 0x7;
  static final int WINDOW_UPDATE = 0x8;
  static final int CONTINUATION = 0x9;

  static final int ACK = 0x01;
  static final int END_STREAM = 0x01;
  static final int END_HEADERS = 0x04;
  static final int PADDED = 0x08;
  static final int WITH_PRIORITY = 0x20;

  static final int HEADER_LENGTH = 9;

  /** Ours, which we never raise, and the least that a receiver may allow; section 4.2. */
  static final int MAX_LENGTH = 16_384;

  private static final int PRIORITY_LENGTH = 5;

  boolean has(int flag) {
    return (flags & flag) != 0;
  }

  void requireLength(int length) throws Http2Exception {
    if (payload.remaining() != length) {
      throw new Http2Exception(ErrorCode.FRAME_SIZE_ERROR, "frame of a wrong length");
    }
  }

  void requireStream() throws Http2Exception {
    if (streamId == 0) {
      throw new Http2Exception(ErrorCode.PROTOCOL_ERROR, "frame without a stream");
    }
  }

  void requireConnection() throws Http2Exception {
    if (streamId != 0) {
      throw new Http2Exception(ErrorCode.PROTOCOL_ERROR, "frame that belongs to no stream");
    }
  }

  /** What is left of the payload of DATA and HEADERS without padding and priority. */
  ByteBuffer content() throws Http2Exception {
    int padding = has(PADDED) ? need(1).get() & 0xFF : 0;
    if (type == HEADERS && has(WITH_PRIORITY)) {
      need(PRIORITY_LENGTH).position(payload.position() + PRIORITY_LENGTH);
    }
    if (padding > payload.remaining()) {
      throw new Http2Exception(ErrorCode.PROTOCOL_ERROR, "more padding than payload");
    }
    return payload.limit(payload.limit() - padding);
  }

  private ByteBuffer need(int octets) throws Http2Exception {
    if (payload.remaining() < octets) {
      throw new Http2Exception(ErrorCode.FRAME_SIZE_ERROR, "frame of a wrong length");
    }
    return payload;
  }
}

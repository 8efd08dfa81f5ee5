package io.heliograph.internal.http2;

import java.nio.ByteBuffer;

/** What the receiver allows; RFC 9113 section 6.5.2. Not thread-safe. */
final class PeerSettings {

  static final int ENABLE_PUSH = 0x2;
  static final int MAX_CONCURRENT_STREAMS = 0x3;
  static final int INITIAL_WINDOW_SIZE = 0x4;
  static final int MAX_FRAME_SIZE = 0x5;
  static final int MAX_HEADER_LIST_SIZE = 0x6;

  private static final int SETTING_LENGTH = 6;
  private static final int LARGEST_FRAME = (1 << 24) - 1;
  private static final long UNSIGNED = 0xFFFF_FFFFL;

  private long maxConcurrentStreams = Long.MAX_VALUE;
  private int initialWindowSize = FlowWindow.DEFAULT_SIZE;

  /**
   * Takes the settings of one frame, in their order. Of the size of frames only the check counts:
   * ours are never larger than the least that is allowed.
   */
  void apply(ByteBuffer payload) throws Http2Exception {
    if (payload.remaining() % SETTING_LENGTH != 0) {
      throw new Http2Exception(ErrorCode.FRAME_SIZE_ERROR, "SETTINGS of a wrong length");
    }
    while (payload.hasRemaining()) {
      apply(payload.getShort() & 0xFFFF, payload.getInt() & UNSIGNED);
    }
  }

  private void apply(int identifier, long value) throws Http2Exception {
    switch (identifier) {
      case ENABLE_PUSH -> require(value == 0, ErrorCode.PROTOCOL_ERROR, "ENABLE_PUSH");
      case MAX_CONCURRENT_STREAMS -> maxConcurrentStreams = value;
      case INITIAL_WINDOW_SIZE -> {
        require(value <= FlowWindow.MAX_SIZE, ErrorCode.FLOW_CONTROL_ERROR, "INITIAL_WINDOW_SIZE");
        initialWindowSize = (int) value;
      }
      case MAX_FRAME_SIZE ->
          require(
              value >= Frame.MAX_LENGTH && value <= LARGEST_FRAME,
              ErrorCode.PROTOCOL_ERROR,
              "MAX_FRAME_SIZE");
      default -> {
        // Unknown ones are ignored; our encoder has no table, and lists of ours are short.
      }
    }
  }

  private static void require(boolean valid, ErrorCode code, String name) throws Http2Exception {
    if (!valid) {
      throw new Http2Exception(code, "value of " + name + " out of range");
    }
  }

  long maxConcurrentStreams() {
    return maxConcurrentStreams;
  }

  int initialWindowSize() {
    return initialWindowSize;
  }
}

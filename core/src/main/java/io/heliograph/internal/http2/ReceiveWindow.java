package io.heliograph.internal.http2;

/**
 * How many octets may still come before we allow more; RFC 9113 section 6.9. What comes is read at
 * once, so that half a window is given back when it is used up. Not thread-safe.
 */
final class ReceiveWindow {

  private static final int SIZE = FlowWindow.DEFAULT_SIZE;

  private int used;

  /** Counts octets, padding included. */
  void received(int octets) throws Http2Exception {
    used += octets;
    if (used > SIZE) {
      throw new Http2Exception(ErrorCode.FLOW_CONTROL_ERROR, "more data than the window allows");
    }
  }

  /** What is to be given back now, 0 for nothing yet. */
  int giveBack() {
    if (used < SIZE / 2) {
      return 0;
    }
    int back = used;
    used = 0;
    return back;
  }
}

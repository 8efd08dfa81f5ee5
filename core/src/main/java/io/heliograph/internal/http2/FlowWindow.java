package io.heliograph.internal.http2;

/** How many octets may be sent; RFC 9113 sections 5.2 and 6.9. Not thread-safe. */
final class FlowWindow {

  static final int DEFAULT_SIZE = 65_535;
  static final int MAX_SIZE = Integer.MAX_VALUE;

  private long available;

  FlowWindow(int size) {
    available = size;
  }

  /** Negative after the receiver has lowered the initial size. */
  long available() {
    return available;
  }

  void sent(int octets) {
    available -= octets;
  }

  /**
   * @param octets negative when the receiver lowers the initial size
   */
  void grow(long octets) throws Http2Exception {
    available += octets;
    if (available > MAX_SIZE) {
      throw new Http2Exception(ErrorCode.FLOW_CONTROL_ERROR, "window too large");
    }
  }
}

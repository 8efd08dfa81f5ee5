package io.heliograph.internal.http2;

/**
 * How much has come that we have not yet given back; RFC 9113 section 6.9. All is read at once, so
 * that half a window is given back when it is used up. Not thread-safe.
 */
final class ReceiveWindow {

  private int used;

  /** Counts octets, padding included; answers what is to be given back now, 0 for nothing yet. */
  int received(int octets) {
    used += octets;
    if (used < FlowWindow.DEFAULT_SIZE / 2) {
      return 0;
    }
    int back = used;
    used = 0;
    return back;
  }
}

package io.heliograph.internal.http2;

import java.nio.ByteBuffer;

/** What is still to be sent of a request's body: a short head and a part of a shared array. */
public final class RequestBody {

  private final ByteBuffer head;
  private final ByteBuffer rest;

  /**
   * @param bytes not copied: they are read until the stream has ended
   * @param length how many of them, from the first
   */
  public RequestBody(byte[] head, byte[] bytes, int length) {
    this.head = ByteBuffer.wrap(head);
    this.rest = ByteBuffer.wrap(bytes, 0, length);
  }

  int remaining() {
    return head.remaining() + rest.remaining();
  }

  void copyTo(FrameWriter frames, int length) {
    int ofHead = Math.min(length, head.remaining());
    frames.copy(head, ofHead);
    frames.copy(rest, length - ofHead);
  }
}

package io.heliograph.internal.http2;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Gathers frames that are written together; RFC 9113 sections 3.4 and 6. Not thread-safe. */
final class FrameWriter {

  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private static final int SETTING_LENGTH = 6;
  private static final int INT = 4;

  private final ByteArrayOutputStream frames = new ByteArrayOutputStream(Frame.MAX_LENGTH);

  /** What a client begins with: nothing may be pushed, and header lists have a limit. */
  void preface(int maxHeaderListSize) {
    frames.writeBytes(PREFACE);
    header(2 * SETTING_LENGTH, Frame.SETTINGS, 0, 0);
    setting(PeerSettings.ENABLE_PUSH, 0);
    setting(PeerSettings.MAX_HEADER_LIST_SIZE, maxHeaderListSize);
  }

  private void setting(int identifier, int value) {
    frames.write(identifier >>> 8);
    frames.write(identifier);
    integer(value);
  }

  void settingsAck() {
    header(0, Frame.SETTINGS, Frame.ACK, 0);
  }

  void pingAck(ByteBuffer opaque) {
    header(opaque.remaining(), Frame.PING, Frame.ACK, 0);
    copy(opaque, opaque.remaining());
  }

  void windowUpdate(int streamId, int increment) {
    header(INT, Frame.WINDOW_UPDATE, 0, streamId);
    integer(increment);
  }

  void rstStream(int streamId, ErrorCode code) {
    header(INT, Frame.RST_STREAM, 0, streamId);
    integer(code.number());
  }

  /** No stream of the receiver's was ever taken. */
  void goAway(ErrorCode code) {
    header(2 * INT, Frame.GOAWAY, 0, 0);
    integer(0);
    integer(code.number());
  }

  /** A request's header block, in as many frames as it needs. */
  void headers(int streamId, byte[] block, boolean endStream) {
    int type = Frame.HEADERS;
    int flags = endStream ? Frame.END_STREAM : 0;
    int from = 0;
    do {
      int length = Math.min(block.length - from, Frame.MAX_LENGTH);
      boolean last = from + length == block.length;
      header(length, type, last ? flags | Frame.END_HEADERS : flags, streamId);
      frames.write(block, from, length);
      from += length;
      type = Frame.CONTINUATION;
      flags = 0;
    } while (from < block.length);
  }

  /** The next octets of a request's body. */
  void data(int streamId, RequestBody body, int length) {
    boolean last = length == body.remaining();
    header(length, Frame.DATA, last ? Frame.END_STREAM : 0, streamId);
    body.copyTo(this, length);
  }

  void copy(ByteBuffer source, int length) {
    frames.write(source.array(), source.arrayOffset() + source.position(), length);
    source.position(source.position() + length);
  }

  private void header(int length, int type, int flags, int streamId) {
    frames.write(length >>> 16);
    frames.write(length >>> 8);
    frames.write(length);
    frames.write(type);
    frames.write(flags);
    integer(streamId);
  }

  private void integer(int value) {
    frames.write(value >>> 24);
    frames.write(value >>> 16);
    frames.write(value >>> 8);
    frames.write(value);
  }

  int size() {
    return frames.size();
  }

  /** Moves all frames to the end of another writer's. */
  void moveTo(FrameWriter other) {
    other.frames.writeBytes(frames.toByteArray());
    frames.reset();
  }

  /** Writes all frames at once and forgets them. */
  void writeTo(OutputStream out) throws IOException {
    frames.writeTo(out);
    frames.reset();
    out.flush();
  }
}

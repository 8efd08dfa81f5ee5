package io.heliograph.internal.http2;

import io.heliograph.internal.hpack.HeaderList;
import io.heliograph.internal.hpack.HpackDecoder;
import io.heliograph.internal.hpack.MalformedHeaderBlock;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * A header block that comes in one HEADERS frame and any number of CONTINUATION frames; RFC 9113
 * section 4.3. Not thread-safe.
 */
final class HeaderBlock {

  /** Octets of a list of headers that we take, and of a block that we decode. */
  static final int MAX_LIST_SIZE = 16 * 1024;

  /** Four are enough for the longest block; more are an attack (CVE-2024-27316). */
  private static final int MAX_CONTINUATIONS = 16;

  private final HpackDecoder decoder =
      new HpackDecoder(HpackDecoder.DEFAULT_TABLE_SIZE, MAX_LIST_SIZE);

  private final ByteArrayOutputStream fragments = new ByteArrayOutputStream();
  private boolean open;
  private int streamId;
  private boolean endsStream;
  private int continuations;

  /** Whether only a CONTINUATION may come now. */
  boolean isOpen() {
    return open;
  }

  int streamId() {
    return streamId;
  }

  boolean endsStream() {
    return endsStream;
  }

  /** Takes a frame; answers whether the block is complete. */
  boolean add(Frame frame) throws Http2Exception {
    if (open) {
      continuations++;
      require(frame.streamId() == streamId, ErrorCode.PROTOCOL_ERROR, "header block interrupted");
    } else {
      fragments.reset();
      continuations = 0;
      streamId = frame.streamId();
      endsStream = frame.has(Frame.END_STREAM);
    }
    ByteBuffer fragment = frame.type() == Frame.HEADERS ? frame.content() : frame.payload();
    require(
        continuations <= MAX_CONTINUATIONS
            && fragments.size() + fragment.remaining() <= MAX_LIST_SIZE,
        ErrorCode.ENHANCE_YOUR_CALM,
        "header block of more than " + MAX_LIST_SIZE);
    fragments.write(
        fragment.array(), fragment.arrayOffset() + fragment.position(), fragment.remaining());
    open = !frame.has(Frame.END_HEADERS);
    return !open;
  }

  /** To be called once for every complete block, whoever it is for: each changes the table. */
  HeaderList decode() throws Http2Exception {
    try {
      return decoder.decode(ByteBuffer.wrap(fragments.toByteArray()));
    } catch (MalformedHeaderBlock malformed) {
      throw new Http2Exception(
          ErrorCode.COMPRESSION_ERROR, "malformed header block: " + malformed.getMessage());
    }
  }

  private static void require(boolean valid, ErrorCode code, String message) throws Http2Exception {
    if (!valid) {
      throw new Http2Exception(code, message);
    }
  }
}

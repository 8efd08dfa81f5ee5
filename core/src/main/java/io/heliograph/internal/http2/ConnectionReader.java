package io.heliograph.internal.http2;

import io.heliograph.internal.hpack.HeaderList;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the receiver sends and acts upon it; RFC 9113 section 6. What a stream error would
 * answer ends the connection, as section 5.4.1 leaves to us.
 */
final class ConnectionReader implements Runnable {

  private static final int INT = 4;
  private static final int PING_LENGTH = 8;
  private static final int PRIORITY_LENGTH = 5;
  private static final int POSITIVE = 0x7FFF_FFFF;
  private static final int LONGEST_DEBUG_TEXT = 100;

  private final Http2Connection connection;
  private final FrameReader frames;
  private final HeaderBlock block = new HeaderBlock();

  ConnectionReader(Http2Connection connection, InputStream in) {
    this.connection = connection;
    this.frames = new FrameReader(in);
  }

  @Override
  public void run() {
    try {
      readAll();
    } catch (Http2Exception violation) {
      connection.violated(violation);
    } catch (IOException broken) {
      connection.lost("connection lost: " + broken.getMessage());
    } catch (Throwable unexpected) {
      connection.lost("the connection's thread ended: " + unexpected);
    }
  }

  private void readAll() throws IOException {
    for (Frame frame = next(); ; frame = next()) {
      if (frame != null) {
        take(frame);
      }
    }
  }

  private @Nullable Frame next() throws IOException {
    try {
      return frames.read();
    } catch (SocketTimeoutException silence) {
      connection.silent();
      return null;
    }
  }

  private void take(Frame frame) throws Http2Exception {
    if (block.isOpen() != (frame.type() == Frame.CONTINUATION)) {
      throw new Http2Exception(ErrorCode.PROTOCOL_ERROR, "header block interrupted");
    }
    switch (frame.type()) {
      case Frame.DATA -> data(frame);
      case Frame.HEADERS, Frame.CONTINUATION -> headers(frame);
      case Frame.PRIORITY -> priority(frame);
      case Frame.RST_STREAM -> rstStream(frame);
      case Frame.SETTINGS -> settings(frame);
      case Frame.PUSH_PROMISE -> throw new Http2Exception(ErrorCode.PROTOCOL_ERROR, "PUSH_PROMISE");
      case Frame.PING -> ping(frame);
      case Frame.GOAWAY -> goAway(frame);
      case Frame.WINDOW_UPDATE -> windowUpdate(frame);
      default -> ignore(frame);
    }
  }

  private void data(Frame frame) throws Http2Exception {
    frame.requireStream();
    boolean last = frame.has(Frame.END_STREAM);
    int octets = frame.payload().remaining();
    ByteBuffer content = frame.content();
    Http2Stream stream =
        connection.received(
            frame,
            state -> {
              Http2Stream open = state.data(frame.streamId(), octets, last);
              if (open != null && last) {
                state.ended(open);
              }
              return open;
            });
    if (stream != null) {
      stream.listener().onData(content, last);
      ended(last);
    }
  }

  private void headers(Frame frame) throws Http2Exception {
    frame.requireStream();
    if (!block.add(frame)) {
      ignore(frame);
      return;
    }
    HeaderList headers = block.decode();
    boolean last = block.endsStream();
    Http2Stream stream =
        connection.received(
            frame,
            state -> {
              Http2Stream open = state.stream(block.streamId());
              if (open != null && last) {
                state.ended(open);
              }
              return open;
            });
    if (stream != null) {
      stream.listener().onHeaders(headers, last);
      ended(last);
    }
  }

  private void ended(boolean last) {
    if (last) {
      connection.streamEnded();
    }
  }

  private void priority(Frame frame) throws Http2Exception {
    frame.requireStream();
    frame.requireLength(PRIORITY_LENGTH);
    ignore(frame);
  }

  private void rstStream(Frame frame) throws Http2Exception {
    frame.requireStream();
    frame.requireLength(INT);
    ErrorCode code = ErrorCode.of(frame.payload().getInt());
    Http2Stream stream =
        connection.received(
            frame,
            state -> {
              Http2Stream open = state.stream(frame.streamId());
              if (open != null) {
                state.reset(open, code);
              }
              return open;
            });
    if (stream != null) {
      stream.listener().onFailure(new StreamFailure(code, "stream reset with " + code));
      ended(true);
    }
  }

  private void settings(Frame frame) throws Http2Exception {
    frame.requireConnection();
    if (frame.has(Frame.ACK)) {
      frame.requireLength(0);
      ignore(frame);
    } else {
      change(frame, state -> state.settings(frame.payload()));
    }
  }

  private void ping(Frame frame) throws Http2Exception {
    frame.requireConnection();
    frame.requireLength(PING_LENGTH);
    if (frame.has(Frame.ACK)) {
      ignore(frame);
    } else {
      change(frame, state -> state.ping(frame.payload()));
    }
  }

  private void goAway(Frame frame) throws Http2Exception {
    frame.requireConnection();
    ByteBuffer payload = frame.payload();
    if (payload.remaining() < 2 * INT) {
      throw new Http2Exception(ErrorCode.FRAME_SIZE_ERROR, "GOAWAY of a wrong length");
    }
    ignore(frame);
    int lastStreamId = payload.getInt() & POSITIVE;
    ErrorCode code = ErrorCode.of(payload.getInt());
    byte[] debug = new byte[Math.min(payload.remaining(), LONGEST_DEBUG_TEXT)];
    payload.get(debug);
    String text = new String(debug, StandardCharsets.UTF_8);
    connection.goAway(lastStreamId, "the receiver goes away: " + (code + " " + text).trim());
  }

  private void windowUpdate(Frame frame) throws Http2Exception {
    frame.requireLength(INT);
    int increment = frame.payload().getInt() & POSITIVE;
    change(frame, state -> state.windowUpdate(frame.streamId(), increment));
  }

  /** A change that nobody has to be told about. */
  private interface Silent {
    void make(ConnectionState state) throws Http2Exception;
  }

  private void change(Frame frame, Silent change) throws Http2Exception {
    connection.<@Nullable Void>received(
        frame,
        state -> {
          change.make(state);
          return null;
        });
  }

  private void ignore(Frame frame) throws Http2Exception {
    change(frame, state -> {});
  }
}

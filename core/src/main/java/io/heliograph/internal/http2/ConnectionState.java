package io.heliograph.internal.http2;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Streams, windows and what is to be written next; RFC 9113 sections 5.1, 5.2 and 6.5. Guarded by
 * its connection.
 */
final class ConnectionState {

  /** Octets that are written together. */
  private static final int BATCH = 4 * Frame.MAX_LENGTH;

  /** Answers to PING and SETTINGS that may wait to be written (CVE-2019-9512, CVE-2019-9515). */
  private static final int MAX_ACKS = 100;

  /** Frames without a call that would need them: 10,000 keep-alive pings take a day. */
  private static final int MAX_IDLE_FRAMES = 10_000;

  private final Deque<Http2Stream> waiting = new ArrayDeque<>();
  private final Map<Integer, Http2Stream> open = new LinkedHashMap<>();
  private final PeerSettings peer = new PeerSettings();
  private final FlowWindow sendWindow = new FlowWindow(FlowWindow.DEFAULT_SIZE);
  private final ReceiveWindow receiveWindow = new ReceiveWindow();
  private final FrameWriter control = new FrameWriter();
  private boolean greeted;
  private int nextId = 1;
  private int acks;
  private int idleFrames;

  void add(Http2Stream stream) {
    waiting.add(stream);
    idleFrames = 0;
  }

  /** Whether no stream number is left; section 5.1.1. */
  boolean isExhausted() {
    return nextId + 2L * waiting.size() >= Integer.MAX_VALUE - 2;
  }

  boolean isEmpty() {
    return waiting.isEmpty() && open.isEmpty();
  }

  /** Moves to a writer what may be written now, up to a limit. */
  void fill(FrameWriter out) {
    control.moveTo(out);
    acks = 0;
    while (greeted && !waiting.isEmpty() && open.size() < peer.maxConcurrentStreams()) {
      Http2Stream stream = waiting.remove();
      stream.open(nextId, peer.initialWindowSize(), out);
      open.put(nextId, stream);
      nextId += 2;
    }
    for (Http2Stream stream : open.values()) {
      boolean more = true;
      while (more && out.size() < BATCH) {
        more = stream.send(sendWindow, out);
      }
    }
  }

  /** Only what the end of the connection still needs. */
  void fillControl(FrameWriter out) {
    control.moveTo(out);
  }

  /** A frame has come. */
  void received(Frame frame) throws Http2Exception {
    boolean greeting = frame.type() == Frame.SETTINGS && !frame.has(Frame.ACK);
    require(
        greeted || greeting,
        ErrorCode.PROTOCOL_ERROR,
        "the receiver does not greet as HTTP/2 does");
    idleFrames = isEmpty() ? idleFrames + 1 : 0;
    require(idleFrames <= MAX_IDLE_FRAMES, ErrorCode.ENHANCE_YOUR_CALM, "too many frames");
  }

  void settings(ByteBuffer payload) throws Http2Exception {
    int before = peer.initialWindowSize();
    peer.apply(payload);
    for (Http2Stream stream : open.values()) {
      stream.sendWindow().grow((long) peer.initialWindowSize() - before);
    }
    greeted = true;
    acknowledged();
    control.settingsAck();
  }

  void ping(ByteBuffer opaque) throws Http2Exception {
    acknowledged();
    control.pingAck(opaque);
  }

  private void acknowledged() throws Http2Exception {
    acks++;
    require(acks <= MAX_ACKS, ErrorCode.ENHANCE_YOUR_CALM, "too many PING and SETTINGS frames");
  }

  void windowUpdate(int streamId, int increment) throws Http2Exception {
    require(increment > 0, ErrorCode.PROTOCOL_ERROR, "WINDOW_UPDATE of nothing");
    Http2Stream stream = stream(streamId);
    if (streamId == 0) {
      sendWindow.grow(increment);
    } else if (stream != null) {
      stream.sendWindow().grow(increment);
    }
  }

  /** Counts received data, whoever it is for, and allows more. */
  @Nullable Http2Stream data(int streamId, int octets, boolean last) throws Http2Exception {
    giveBack(0, receiveWindow.received(octets));
    Http2Stream stream = stream(streamId);
    if (stream != null && !last) {
      giveBack(streamId, stream.receiveWindow().received(octets));
    }
    return stream;
  }

  private void giveBack(int streamId, int octets) {
    if (octets > 0) {
      control.windowUpdate(streamId, octets);
    }
  }

  /** Null if it has ended already, and for the connection itself. */
  @Nullable Http2Stream stream(int id) throws Http2Exception {
    boolean used = id == 0 || (id % 2 == 1 && id < nextId);
    require(used, ErrorCode.PROTOCOL_ERROR, "frame for a stream that was never opened");
    return open.get(id);
  }

  /** The receiver has ended it, and needs nothing more of the request; section 8.1. */
  void ended(Http2Stream stream) {
    if (!stream.isSent()) {
      control.rstStream(stream.id(), ErrorCode.CANCEL);
    }
    open.remove(stream.id());
  }

  /** The receiver has given it up; section 8.7 says when it has done nothing with it. */
  void reset(Http2Stream stream, ErrorCode code) {
    if (code == ErrorCode.REFUSED_STREAM) {
      stream.refused();
    }
    open.remove(stream.id());
  }

  /** Nobody waits for its answer any more. */
  void cancel(Http2Stream stream) {
    if (!waiting.remove(stream) && open.remove(stream.id(), stream)) {
      control.rstStream(stream.id(), ErrorCode.CANCEL);
    }
  }

  /** Takes the streams away that the receiver has never looked at; section 6.8. */
  List<Http2Stream> refuseAfter(int lastStreamId) {
    List<Http2Stream> refused = new ArrayList<>(open.values());
    refused.removeIf(stream -> stream.id() <= lastStreamId);
    refused.forEach(stream -> open.remove(stream.id()));
    refused.addAll(waiting);
    waiting.clear();
    refused.forEach(Http2Stream::refused);
    return refused;
  }

  List<Http2Stream> removeAll() {
    List<Http2Stream> all = new ArrayList<>(open.values());
    all.addAll(waiting);
    open.clear();
    waiting.clear();
    return all;
  }

  void goAway(ErrorCode code) {
    control.goAway(code);
  }

  private static void require(boolean valid, ErrorCode code, String message) throws Http2Exception {
    if (!valid) {
      throw new Http2Exception(code, message);
    }
  }
}

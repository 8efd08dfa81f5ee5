package io.heliograph.internal.http2;

/**
 * One request and its answer; RFC 9113 section 5.1. Its state is guarded by its connection.
 *
 * <p>It has no number while it waits: the receiver limits how many streams are open.
 */
public final class Http2Stream {

  private final byte[] headerBlock;
  private final RequestBody body;
  private final StreamListener listener;
  private final ReceiveWindow receiveWindow = new ReceiveWindow();
  private FlowWindow sendWindow = new FlowWindow(0);
  private int id;
  private boolean sent;
  private boolean refused;
  private long framesBefore;

  /**
   * @param headerBlock encoded without a table
   */
  public Http2Stream(byte[] headerBlock, RequestBody body, StreamListener listener) {
    this.headerBlock = headerBlock;
    this.body = body;
    this.listener = listener;
  }

  void open(int newId, int window, FrameWriter frames) {
    id = newId;
    sendWindow = new FlowWindow(window);
    sent = body.remaining() == 0;
    frames.headers(id, headerBlock, sent);
  }

  /** Writes a frame of the body if there is more and the windows allow it; answers whether. */
  boolean send(FlowWindow ofConnection, FrameWriter frames) {
    long allowed = Math.min(sendWindow.available(), ofConnection.available());
    int length = (int) Math.min(Math.min(allowed, Frame.MAX_LENGTH), body.remaining());
    if (sent || length <= 0) {
      return false;
    }
    frames.data(id, body, length);
    sendWindow.sent(length);
    ofConnection.sent(length);
    sent = body.remaining() == 0;
    return true;
  }

  /**
   * @param frames how many the connection had received
   */
  void startedAfter(long frames) {
    framesBefore = frames;
  }

  /** Whether a frame has come since. */
  boolean isAfter(long frames) {
    return frames > framesBefore;
  }

  /** The receiver says that it has done nothing with it. */
  void refused() {
    refused = true;
  }

  int id() {
    return id;
  }

  boolean isSent() {
    return sent;
  }

  /** A request that is not complete is not acted upon, nor one that the receiver refused. */
  boolean mayBeProcessed() {
    return sent && !refused;
  }

  FlowWindow sendWindow() {
    return sendWindow;
  }

  ReceiveWindow receiveWindow() {
    return receiveWindow;
  }

  StreamListener listener() {
    return listener;
  }
}

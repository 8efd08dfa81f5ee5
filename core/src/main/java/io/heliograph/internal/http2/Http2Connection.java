package io.heliograph.internal.http2;

import io.heliograph.internal.net.Endpoint;
import io.heliograph.internal.net.Transport;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection, on which any number of streams run at a time; RFC 9113 section 3. No
 * method waits for the network. Thread-safe.
 *
 * <p>Two threads belong to it: one connects and writes, one reads. Both end with the connection,
 * which ends when it is closed, lost, or has been idle for long.
 */
public final class Http2Connection {

  /** How long the end of a connection may take a thread that says goodbye. */
  private static final int GOODBYE_SECONDS = 1;

  private final Transport transport;
  private final ThreadFactory threads;
  private final ConnectionState state = new ConnectionState();
  private boolean started;
  private boolean leaving;
  private boolean ended;
  private long framesReceived;

  /**
   * Does nothing yet: the first stream connects.
   *
   * @param threads makes the two threads, which should be daemons
   */
  public Http2Connection(Endpoint endpoint, ThreadFactory threads) {
    this.transport = new Transport(endpoint);
    this.threads = threads;
  }

  /**
   * Sends a request; false if this connection takes none any more, which it cannot say of its
   * first.
   */
  public boolean start(Http2Stream stream) {
    synchronized (this) {
      leaving |= state.isExhausted();
      if (ended || leaving) {
        return false;
      }
      if (!started) {
        threads.newThread(new ConnectionWriter(this, transport, threads)).start();
        started = true;
      }
      stream.startedAfter(framesReceived);
      state.add(stream);
      notifyAll();
      return true;
    }
  }

  /** Ends a stream, if it has not ended; its listener hears nothing more than what it hears now. */
  public void cancel(Http2Stream stream) {
    synchronized (this) {
      state.cancel(stream);
      notifyAll();
    }
    endIfDone();
  }

  /** Ends a stream without an answer in time, and leaves a receiver that has said nothing since. */
  public void timedOut(Http2Stream stream) {
    synchronized (this) {
      leaving |= !stream.isAfter(framesReceived);
    }
    cancel(stream);
  }

  /** Whether a receiver may have acted upon what was sent on an ended stream. */
  public synchronized boolean mayBeProcessed(Http2Stream stream) {
    return stream.mayBeProcessed();
  }

  /** Ends all streams and the connection. Idempotent. */
  public void close() {
    end(ErrorCode.NO_ERROR, "connection closed");
  }

  /** The receiver has broken the protocol. */
  void violated(Http2Exception violation) {
    String text = "protocol violated: " + violation.getMessage();
    end(violation.code(), text + " (" + violation.code() + ")");
  }

  /** There is no connection, or no longer. */
  void lost(String reason) {
    end(null, reason);
  }

  private void end(@Nullable ErrorCode goAway, String reason) {
    List<Http2Stream> failed;
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      failed = state.removeAll();
      if (goAway != null) {
        state.goAway(goAway);
      }
      notifyAll();
    }
    CompletableFuture.delayedExecutor(GOODBYE_SECONDS, TimeUnit.SECONDS, Runnable::run)
        .execute(transport::abort);
    fail(failed, StreamFailure.connection(reason));
  }

  private static void fail(List<Http2Stream> streams, StreamFailure failure) {
    streams.forEach(stream -> stream.listener().onFailure(failure));
  }

  private void endIfDone() {
    boolean done;
    synchronized (this) {
      done = leaving && state.isEmpty();
    }
    if (done) {
      close();
    }
  }

  /**
   * Waits for something to write and adds it.
   *
   * @return whether there was anything: false at the end of the connection
   */
  synchronized boolean await(FrameWriter frames) throws InterruptedException {
    while (!ended) {
      state.fill(frames);
      if (frames.size() > 0) {
        return true;
      }
      wait();
    }
    state.fillControl(frames);
    return frames.size() > 0;
  }

  /** Nothing has come for long. */
  void silent() {
    synchronized (this) {
      leaving |= state.isEmpty();
    }
    endIfDone();
  }

  /** Changes the state as a frame demands, and lets the writer look at it. */
  synchronized <T extends @Nullable Object> T received(Frame frame, Change<T> change)
      throws Http2Exception {
    state.received(frame);
    framesReceived++;
    T result = change.make(state);
    notifyAll();
    return result;
  }

  /** What one frame changes. */
  interface Change<T extends @Nullable Object> {
    T make(ConnectionState state) throws Http2Exception;
  }

  /** A stream has ended, which may have been the last one. */
  void streamEnded() {
    endIfDone();
  }

  /** The receiver takes no further streams; RFC 9113 section 6.8. */
  void goAway(int lastStreamId, String reason) {
    List<Http2Stream> refused;
    synchronized (this) {
      leaving = true;
      refused = state.refuseAfter(lastStreamId);
    }
    fail(refused, StreamFailure.connection(reason));
    endIfDone();
  }
}

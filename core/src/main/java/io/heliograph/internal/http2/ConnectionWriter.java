package io.heliograph.internal.http2;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Connects, greets and writes, so that nobody else waits for a network that takes nothing; RFC 9113
 * section 3.4.
 */
final class ConnectionWriter implements Runnable {

  /** Frames that are written together, and the request that ends with them. */
  static final class Batch {
    private final FrameWriter frames = new FrameWriter();
    private @Nullable Http2Stream completed;

    FrameWriter frames() {
      return frames;
    }

    void completes(@Nullable Http2Stream stream) {
      completed = stream;
    }
  }

  private final Http2Connection connection;
  private final Transport transport;
  private final ThreadFactory threads;
  private final Batch batch = new Batch();

  ConnectionWriter(Http2Connection connection, Transport transport, ThreadFactory threads) {
    this.connection = connection;
    this.transport = transport;
    this.threads = threads;
  }

  @Override
  public void run() {
    try {
      transport.connect();
      batch.frames().preface(HeaderBlock.MAX_LIST_SIZE);
      write(transport.out());
      threads.newThread(new ConnectionReader(connection, transport.in())).start();
      while (connection.await(batch)) {
        write(transport.out());
      }
      transport.close();
    } catch (IOException broken) {
      connection.lost(String.valueOf(broken.getMessage()));
    } catch (Throwable unexpected) {
      connection.lost("the connection's thread ended: " + unexpected);
    } finally {
      transport.abort();
    }
  }

  private void write(OutputStream out) throws IOException {
    try {
      batch.frames().writeTo(out);
    } catch (IOException broken) {
      if (batch.completed != null) {
        connection.notSent(batch.completed);
      }
      throw broken;
    }
  }
}

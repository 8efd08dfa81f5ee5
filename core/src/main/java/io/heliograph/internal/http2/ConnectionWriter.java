package io.heliograph.internal.http2;

import io.heliograph.internal.net.Transport;
import java.io.IOException;
import java.util.concurrent.ThreadFactory;

/**
 * Connects, greets and writes, so that nobody else waits for a network that takes nothing; RFC 9113
 * section 3.4.
 */
final class ConnectionWriter implements Runnable {

  private final Http2Connection connection;
  private final Transport transport;
  private final ThreadFactory threads;
  private final FrameWriter frames = new FrameWriter();

  ConnectionWriter(Http2Connection connection, Transport transport, ThreadFactory threads) {
    this.connection = connection;
    this.transport = transport;
    this.threads = threads;
  }

  @Override
  public void run() {
    try {
      transport.connect();
      frames.preface(HeaderBlock.MAX_LIST_SIZE);
      frames.writeTo(transport.out());
      threads.newThread(new ConnectionReader(connection, transport.in())).start();
      while (connection.await(frames)) {
        frames.writeTo(transport.out());
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
}

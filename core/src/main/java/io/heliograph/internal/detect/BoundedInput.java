package io.heliograph.internal.detect;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A connection's input that ends with an exception at a deadline and beyond a size. */
final class BoundedInput extends InputStream {

  private final Socket connection;
  private final InputStream input;
  private final long deadline;
  private long allowed;

  /**
   * @param deadline as {@link System#nanoTime} reads it
   * @param allowed how many bytes may be read
   */
  BoundedInput(Socket connection, long deadline, long allowed) throws IOException {
    this.connection = connection;
    this.input = connection.getInputStream();
    this.deadline = deadline;
    this.allowed = allowed;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    // A socket's own timeout starts anew with each byte.
    long millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    if (millis <= 0) {
      throw new SocketTimeoutException("the answer did not end in time");
    }
    connection.setSoTimeout(Math.toIntExact(millis));
    int read = input.read(buffer, from, length);
    allowed -= Math.max(read, 0);
    if (allowed < 0) {
      throw new IOException("the answer is too large");
    }
    return read;
  }
}

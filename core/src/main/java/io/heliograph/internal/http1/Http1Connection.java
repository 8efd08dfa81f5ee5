package io.heliograph.internal.http1;

import io.heliograph.internal.net.Endpoint;
import io.heliograph.internal.net.Transport;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/** A connection for one exchange after the other. One thread uses it, any may abort. */
final class Http1Connection {

  /** Shorter than the patience of common middleboxes, which drop idle connections silently. */
  private static final long LONGEST_REST_NANOS = TimeUnit.MINUTES.toNanos(3);

  private final Transport transport;
  private final RequestHead head;
  private final int maxResponseBytes;
  private InputStream in = InputStream.nullInputStream();
  private OutputStream out = OutputStream.nullOutputStream();
  private String beforeLength = "";
  private boolean reusable;
  private long lastUsedNanos;

  Http1Connection(Endpoint endpoint, RequestHead head, int maxResponseBytes) {
    this.transport = new Transport(endpoint);
    this.head = head;
    this.maxResponseBytes = maxResponseBytes;
  }

  void connect() throws IOException {
    transport.connect();
    in = new BufferedInputStream(transport.in());
    out = transport.out();
    beforeLength = head.beforeLength(transport.forwarder());
  }

  /** Posts a body and waits for the answer. */
  HttpResponse exchange(byte[] body, int length) throws IOException {
    reusable = false;
    try {
      out.write(RequestHead.octets(beforeLength, length));
      out.write(body, 0, length);
      out.flush();
    } catch (IOException hungUp) {
      return earlyAnswer(hungUp);
    }
    return answer();
  }

  /** Who refuses a request for its size may say so and close before all of it has come. */
  private HttpResponse earlyAnswer(IOException hungUp) throws IOException {
    try {
      HttpResponse early = answer();
      reusable = false;
      return early;
    } catch (IOException none) {
      hungUp.addSuppressed(none);
      throw hungUp;
    }
  }

  private HttpResponse answer() throws IOException {
    ResponseHead received = ResponseHead.read(in);
    ResponseBody body = ResponseBody.read(received, in, maxResponseBytes);
    reusable = received.persistent() && body.delimited();
    lastUsedNanos = System.nanoTime();
    return new HttpResponse(received.status(), received.headers(), body.octets());
  }

  /** Whether the receiver has left it open after the last exchange. */
  boolean isReusable() {
    return reusable;
  }

  /** Whether it can still be used after it has rested. */
  boolean isAlive() {
    return System.nanoTime() - lastUsedNanos < LONGEST_REST_NANOS && !transport.isStale(in);
  }

  void abort() {
    transport.abort();
  }
}

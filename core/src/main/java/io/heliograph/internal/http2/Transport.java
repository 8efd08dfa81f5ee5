package io.heliograph.internal.http2;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The socket of a connection, with TLS or without; RFC 9113 sections 3.2 and 3.3. One thread
 * connects and writes, one reads, any may abort.
 */
final class Transport {

  private static final String ALPN_HTTP_2 = "h2";

  private final Endpoint endpoint;
  private final Object lock = new Object();
  private @Nullable Socket tcp;
  private boolean aborted;
  private @Nullable Socket socket;

  Transport(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * Connects to the first address that answers.
   *
   * @throws IOException whose message says what is wrong
   */
  void connect() throws IOException {
    long deadline = System.nanoTime() + endpoint.connectTimeout().toNanos();
    try {
      Socket connected = dial(ProxyTunnel.to(endpoint), deadline);
      SSLSocketFactory tls = endpoint.tls();
      Socket usable = tls == null ? connected : handshake(tls, connected, deadline);
      usable.setSoTimeout((int) endpoint.idleTimeout().toMillis());
      socket = usable;
    } catch (UnknownHostException unknown) {
      throw new IOException("host name not found: " + unknown.getMessage(), unknown);
    } catch (SocketTimeoutException late) {
      throw new IOException("connecting timed out", late);
    } catch (SSLException refused) {
      throw new IOException("TLS handshake failed: " + refused.getMessage(), refused);
    }
  }

  private Socket dial(@Nullable ProxyTunnel proxy, long deadline) throws IOException {
    String host = proxy == null ? endpoint.host() : proxy.host();
    int port = proxy == null ? endpoint.port() : proxy.port();
    InetAddress[] addresses = InetAddress.getAllByName(host);
    IOException failure = new IOException("no address");
    for (int i = 0; i < addresses.length; i++) {
      Socket attempt = attempt();
      try {
        int share = Math.max(1, millisLeft(deadline) / (addresses.length - i));
        attempt.connect(new InetSocketAddress(addresses[i], port), share);
        attempt.setTcpNoDelay(true);
        if (proxy != null) {
          attempt.setSoTimeout(share);
          proxy.connect(attempt, endpoint.authority());
        }
        return attempt;
      } catch (IOException refused) {
        attempt.close();
        failure = refused;
      }
    }
    throw failure;
  }

  private Socket attempt() throws IOException {
    synchronized (lock) {
      if (aborted) {
        throw new IOException("connecting was given up");
      }
      tcp = new Socket();
      return tcp;
    }
  }

  private Socket handshake(SSLSocketFactory tls, Socket connected, long deadline)
      throws IOException {
    SSLSocket secure =
        (SSLSocket) tls.createSocket(connected, endpoint.host(), endpoint.port(), true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {ALPN_HTTP_2});
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    secure.setSoTimeout(millisLeft(deadline));
    secure.startHandshake();
    if (!ALPN_HTTP_2.equals(secure.getApplicationProtocol())) {
      throw new IOException("the receiver's TLS offers no HTTP/2 (ALPN h2), which gRPC needs");
    }
    return secure;
  }

  private static int millisLeft(long deadline) {
    long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    return (int) Math.min(Math.max(1, millis), Integer.MAX_VALUE);
  }

  /** To be called after {@link #connect}. */
  InputStream in() throws IOException {
    return connected().getInputStream();
  }

  /** To be called after {@link #connect}. */
  OutputStream out() throws IOException {
    return connected().getOutputStream();
  }

  private Socket connected() throws IOException {
    if (socket == null) {
      throw new IOException("not connected");
    }
    return socket;
  }

  /** Says goodbye in TLS's way; may wait for the receiver, which {@link #abort} ends. */
  void close() throws IOException {
    connected().close();
  }

  /** Ends whatever any thread waits for here. */
  void abort() {
    Socket open;
    synchronized (lock) {
      aborted = true;
      open = tcp;
    }
    if (open != null) {
      try {
        open.close();
      } catch (IOException ignored) {
        // It is closed all the same.
      }
    }
  }
}

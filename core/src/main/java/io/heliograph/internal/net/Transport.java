package io.heliograph.internal.net;

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
 * The socket of a connection, with TLS or without. One thread connects and writes, one reads, any
 * may abort.
 */
public final class Transport {

  private final Endpoint endpoint;
  private final Object lock = new Object();
  private @Nullable Socket tcp;
  private boolean aborted;
  private @Nullable Socket socket;
  private @Nullable HttpProxy forwarder;

  public Transport(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * Connects to the first address that answers.
   *
   * @throws IOException whose message says what is wrong
   */
  public void connect() throws IOException {
    long deadline = System.nanoTime() + endpoint.connectTimeout().toNanos();
    try {
      HttpProxy proxy = HttpProxy.to(endpoint);
      forwarder = endpoint.tunneled() ? null : proxy;
      Socket connected = dial(proxy, deadline);
      SSLSocketFactory tls = endpoint.tls();
      Socket usable = tls == null ? connected : handshake(tls, connected, deadline);
      usable.setSoTimeout((int) endpoint.readTimeout().toMillis());
      socket = usable;
    } catch (UnknownHostException unknown) {
      throw new IOException("host name not found: " + unknown.getMessage(), unknown);
    } catch (SocketTimeoutException late) {
      throw new IOException("connecting timed out", late);
    } catch (SSLException refused) {
      throw new IOException("TLS handshake failed: " + refused.getMessage(), refused);
    }
  }

  private Socket dial(@Nullable HttpProxy proxy, long deadline) throws IOException {
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
        if (proxy != null && endpoint.tunneled()) {
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
    String protocol = endpoint.applicationProtocol();
    if (protocol != null) {
      parameters.setApplicationProtocols(new String[] {protocol});
    }
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    secure.setSoTimeout(millisLeft(deadline));
    secure.startHandshake();
    if (protocol != null && !protocol.equals(secure.getApplicationProtocol())) {
      throw new IOException("the receiver's TLS does not offer " + protocol + " by ALPN");
    }
    return secure;
  }

  private static int millisLeft(long deadline) {
    long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    return (int) Math.min(Math.max(1, millis), Integer.MAX_VALUE);
  }

  /** The proxy that takes requests at the other end, null if the receiver itself is there. */
  public @Nullable HttpProxy forwarder() {
    return forwarder;
  }

  /**
   * Whether the other end has closed it, or has sent what nobody has asked for. Waits a
   * millisecond. To be called while no answer is due.
   *
   * @param in over {@link #in}
   */
  public boolean isStale(InputStream in) {
    try {
      Socket open = connected();
      int timeout = open.getSoTimeout();
      open.setSoTimeout(1);
      try {
        int ignored = in.read();
        return true;
      } catch (SocketTimeoutException quiet) {
        open.setSoTimeout(timeout);
        return false;
      }
    } catch (IOException lost) {
      return true;
    }
  }

  /** To be called after {@link #connect}. */
  public InputStream in() throws IOException {
    return connected().getInputStream();
  }

  /** To be called after {@link #connect}. */
  public OutputStream out() throws IOException {
    return connected().getOutputStream();
  }

  private Socket connected() throws IOException {
    if (socket == null) {
      throw new IOException("not connected");
    }
    return socket;
  }

  /** Says goodbye in TLS's way; may wait for the receiver, which {@link #abort} ends. */
  public void close() throws IOException {
    connected().close();
  }

  /** Ends whatever any thread waits for here. */
  public void abort() {
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

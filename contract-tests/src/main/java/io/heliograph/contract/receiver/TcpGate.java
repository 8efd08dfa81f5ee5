package io.heliograph.contract.receiver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The port that clients see. It passes bytes on to the real server behind it, and can do to a TCP
 * connection what servers do not offer: reset it, close it before the answer, refuse it, and come
 * back on the same port. Thread-safe.
 */
final class TcpGate implements AutoCloseable {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  /** Client connections by the local port of their connection to the server behind. */
  private final Map<Integer, Socket> clients = new ConcurrentHashMap<>();

  private final int port;
  private @Nullable ServerSocket listener;
  private @Nullable Thread acceptor;
  private volatile int target;

  /** Binds at once, so that the port is known; 0 picks a free one. */
  TcpGate(int port) {
    listener = bind(port);
    this.port = listener.getLocalPort();
  }

  int port() {
    return port;
  }

  /** Starts passing connections on to a port on this host. */
  synchronized void forwardTo(int serverPort) {
    target = serverPort;
    if (listener != null) {
      listen(listener);
    }
  }

  /** Refuses new connections and resets those that are open. */
  synchronized void down() {
    if (listener != null) {
      closeQuietly(listener);
      listener = null;
      awaitAcceptor();
    }
    clients.keySet().forEach(this::reset);
  }

  /** The port is free when nobody is left inside {@code accept}, which is after the close. */
  private void awaitAcceptor() {
    try {
      if (acceptor != null) {
        acceptor.join();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  synchronized void up() {
    if (listener == null) {
      listener = bind(port);
      listen(listener);
    }
  }

  /** Resets the client whose bytes reach the server from this port. */
  void reset(int serverSidePort) {
    Socket client = clients.remove(serverSidePort);
    if (client != null) {
      try {
        client.setSoLinger(true, 0);
      } catch (IOException e) {
        // Closed already; there is nothing left to reset.
      }
      closeQuietly(client);
    }
  }

  /** Closes the client whose bytes reach the server from this port. */
  void hangUp(int serverSidePort) {
    Socket client = clients.remove(serverSidePort);
    if (client != null) {
      closeQuietly(client);
    }
  }

  @Override
  public void close() {
    down();
  }

  private static ServerSocket bind(int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(LOOPBACK, port));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen on 127.0.0.1:" + port, e);
    }
  }

  private void listen(ServerSocket socket) {
    acceptor = daemon("otlp-gate-" + port, () -> acceptUntilClosed(socket));
  }

  private void acceptUntilClosed(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        int key = connect(socket.accept());
        if (socket.isClosed()) {
          reset(key);
        }
      } catch (IOException e) {
        // Either down() closed the socket, which ends the loop, or one client failed.
      }
    }
  }

  private int connect(Socket client) throws IOException {
    Socket server;
    try {
      server = new Socket(LOOPBACK, target);
    } catch (IOException e) {
      closeQuietly(client);
      throw e;
    }
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    int key = server.getLocalPort();
    clients.put(key, client);
    daemon("otlp-gate-in-" + key, () -> pump(key, client, server));
    daemon("otlp-gate-out-" + key, () -> pump(key, server, client));
    return key;
  }

  private void pump(int key, Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
    } catch (IOException e) {
      // One side is gone; closing both tells the other.
    } finally {
      clients.remove(key);
    }
  }

  private static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      // A socket that fails to close is closed for our purpose.
    }
  }
}

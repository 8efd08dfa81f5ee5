package io.heliograph.internal.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.Authenticator.RequestorType;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP proxy that the JVM is told to use, such as by {@code https.proxyHost}, and the tunnel
 * through it; RFC 9110 section 9.3.6.
 *
 * @param address not resolved
 */
public record HttpProxy(InetSocketAddress address) {

  private static final int LONGEST_HEAD = 8 * 1024;

  /** Null if the way is direct. */
  static @Nullable HttpProxy to(Endpoint endpoint) {
    ProxySelector selector = ProxySelector.getDefault();
    if (selector != null) {
      String scheme = endpoint.tunneled() ? "https" : "http";
      for (Proxy proxy : selector.select(URI.create(scheme + "://" + endpoint.authority()))) {
        if (proxy.type() == Proxy.Type.HTTP
            && proxy.address() instanceof InetSocketAddress address) {
          return new HttpProxy(address);
        }
      }
    }
    return null;
  }

  String host() {
    return address.getHostString();
  }

  int port() {
    return address.getPort();
  }

  /** Asks the proxy at the socket's other end to connect. */
  void connect(Socket socket, String authority) throws IOException {
    String request =
        "CONNECT %s HTTP/1.1\r\nHost: %1$s\r\n%s\r\n".formatted(authority, authorization());
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    String status = head(socket.getInputStream()).lines().findFirst().orElse("");
    if (!status.matches("HTTP/1\\.[01] 2\\d\\d.*")) {
      throw new IOException("the proxy " + address.getHostString() + " answers " + status);
    }
  }

  /** A header line, empty if nobody has a login for it. */
  public String authorization() {
    PasswordAuthentication login =
        Authenticator.requestPasswordAuthentication(
            host(), null, port(), "https", "", "Basic", null, RequestorType.PROXY);
    if (login == null) {
      return "";
    }
    String pair = login.getUserName() + ":" + new String(login.getPassword());
    byte[] octets = pair.getBytes(StandardCharsets.UTF_8);
    return "Proxy-Authorization: Basic " + Base64.getEncoder().encodeToString(octets) + "\r\n";
  }

  /** Octet by octet: what follows belongs to the receiver. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < LONGEST_HEAD && head.lastIndexOf("\r\n\r\n") < 0) {
      int octet = in.read();
      if (octet < 0) {
        throw new IOException("the proxy has closed the connection");
      }
      head.append((char) octet);
    }
    return head.toString();
  }
}

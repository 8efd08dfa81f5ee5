package io.heliograph.contract.receiver;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** Creates the JDK's HTTP server on a free port of this host, with or without TLS. */
final class HttpServers {

  private HttpServers() {}

  static HttpServer create(@Nullable ServerTls tls) {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try {
      return tls == null ? HttpServer.create(address, 0) : createHttps(address, tls);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen on 127.0.0.1", e);
    }
  }

  private static HttpServer createHttps(InetSocketAddress address, ServerTls tls)
      throws IOException {
    HttpsServer server = HttpsServer.create(address, 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(tls.context()) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters ssl = getSSLContext().getDefaultSSLParameters();
            ssl.setNeedClientAuth(tls.clientCertificateRequired());
            parameters.setSSLParameters(ssl);
          }
        });
    return server;
  }
}

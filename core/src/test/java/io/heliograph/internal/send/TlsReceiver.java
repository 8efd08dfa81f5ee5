package io.heliograph.internal.send;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.grpc.TlsServerCredentials;
import io.heliograph.FakeClock;
import io.heliograph.export.Sender;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A receiver that speaks TLS, and the sender that fits it. */
interface TlsReceiver extends AutoCloseable {

  int port();

  @Override
  void close() throws Exception;

  /** The two protocols. */
  enum Protocol {
    HTTP {
      @Override
      TlsReceiver open(int port, Path identity, @Nullable Path clients) throws Exception {
        return new Http(port, identity, clients);
      }

      @Override
      Sender sender(int port, TlsMaterial tls) {
        return new HttpSender(
            Sends.settings("https://127.0.0.1:" + port + "/v1/traces", tls),
            HttpFormat.OTLP_PROTOBUF,
            new FakeClock());
      }
    },
    GRPC {
      @Override
      TlsReceiver open(int port, Path identity, @Nullable Path clients) throws Exception {
        return new Rpc(port, identity, clients);
      }

      @Override
      Sender sender(int port, TlsMaterial tls) {
        return GrpcSender.traces(Sends.settings("https://127.0.0.1:" + port, tls));
      }
    };

    /**
     * @param identity key store
     * @param clients key store of the one client that is let in, null for everybody
     */
    abstract TlsReceiver open(int port, Path identity, @Nullable Path clients) throws Exception;

    abstract Sender sender(int port, TlsMaterial tls);
  }

  private static KeyManagerFactory keys(Path identity) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(Certificates.load(identity), Certificates.PASSWORD.toCharArray());
    return keys;
  }

  private static TrustManagerFactory trust(Path clients) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("client", Certificates.load(clients).getCertificate("id"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    return trust;
  }

  /** See {@link Protocol#HTTP}. */
  final class Http implements TlsReceiver {
    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private Http(int port, Path identity, @Nullable Path clients) throws Exception {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          keys(identity).getKeyManagers(),
          clients == null ? null : trust(clients).getTrustManagers(),
          null);
      server =
          HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
      server.setHttpsConfigurator(
          new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
              SSLParameters ssl = context.getDefaultSSLParameters();
              ssl.setNeedClientAuth(clients != null);
              parameters.setSSLParameters(ssl);
            }
          });
      server.setExecutor(threads);
      server.createContext(
          "/",
          exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
      server.start();
    }

    @Override
    public int port() {
      return server.getAddress().getPort();
    }

    @Override
    public void close() {
      server.stop(0);
      threads.shutdownNow();
    }
  }

  /** See {@link Protocol#GRPC}. */
  final class Rpc implements TlsReceiver {
    private final GrpcServer server;

    private Rpc(int port, Path identity, @Nullable Path clients) throws Exception {
      TlsServerCredentials.Builder credentials =
          TlsServerCredentials.newBuilder().keyManager(keys(identity).getKeyManagers());
      if (clients != null) {
        credentials
            .trustManager(trust(clients).getTrustManagers())
            .clientAuth(TlsServerCredentials.ClientAuth.REQUIRE);
      }
      server = new GrpcServer(port, credentials.build());
    }

    @Override
    public int port() {
      return server.port();
    }

    @Override
    public void close() throws Exception {
      server.close();
    }
  }
}

package io.heliograph.internal.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.export.SendResult;
import io.heliograph.export.SendResult.Accepted;
import io.heliograph.export.SendResult.Retryable;
import io.heliograph.export.Sender;
import io.heliograph.internal.http2.Http2Connection;
import io.heliograph.internal.http2.Http2Stream;
import io.heliograph.internal.http2.RequestBody;
import io.heliograph.internal.net.Endpoint;
import io.heliograph.internal.send.TlsReceiver.Protocol;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How connections begin, and how calls fare when one ends. */
class GrpcConnectionTest {

  private static final Accepted ACCEPTED = new Accepted(0, "");

  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  void callsAfterTheLastStreamOfAGoAwayAreNotAmbiguousAndTheNextConnects() throws Exception {
    AtomicInteger connections = new AtomicInteger();
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    try (RawServer server =
            new RawServer(
                socket -> {
                  RawHttp2 http2 = new RawHttp2(socket).greet("");
                  seen.add("stream " + http2.awaitRequest());
                  if (connections.incrementAndGet() == 1) {
                    seen.add("stream " + http2.awaitRequest());
                    http2.frame(RawHttp2.GOAWAY, 0, 0, "00000001 00000000 626f6f74");
                  }
                  accept(http2, 1);
                  http2.awaitEnd();
                });
        Sender sender = GrpcSender.traces(Sends.settings(server.url()))) {
      CompletableFuture<SendResult> first = Sends.start(sender);
      assertThat(seen.poll(30, TimeUnit.SECONDS)).isEqualTo("stream 1");
      CompletableFuture<SendResult> second = Sends.start(sender);
      assertThat(second.get(30, TimeUnit.SECONDS))
          .isEqualTo(
              new Retryable(
                  "gRPC UNAVAILABLE: the receiver goes away: NO_ERROR boot", null, false));
      assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo(ACCEPTED);
      assertThat(Sends.send(sender)).isEqualTo(ACCEPTED);
      assertThat(connections).hasValue(2);
    }
  }

  @Test
  void aReceiverThatEndsConnectionsByAgeLosesNothingAndLeavesNothingAmbiguous() throws Exception {
    try (GrpcServer server =
            new GrpcServer(builder -> builder.maxConnectionAge(50, TimeUnit.MILLISECONDS));
        Sender sender = GrpcSender.traces(Sends.settings(server.url()))) {
      int accepted = 0;
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
      while (System.nanoTime() < end || accepted == 0) {
        SendResult result = Sends.send(sender);
        if (result instanceof Retryable retryable) {
          assertThat(retryable.ambiguous()).isFalse();
        } else {
          assertThat(result).isEqualTo(ACCEPTED);
          accepted++;
        }
      }
    }
  }

  @Test
  void aConnectionThatTheReceiverHasClosedIsNotUsedAgain() throws Exception {
    try (RawServer server =
            new RawServer(
                socket -> {
                  RawHttp2 http2 = new RawHttp2(socket).greet("");
                  accept(http2, http2.awaitRequest());
                });
        Sender sender = GrpcSender.traces(Sends.settings(server.url()))) {
      for (int i = 0; i < 3; i++) {
        assertThat(Sends.send(sender)).isEqualTo(ACCEPTED);
        GrpcFlowTest.Threads.awaitNone();
      }
    }
  }

  @Test
  void aSilentReceiverIsLeftAtTheDeadline() throws Exception {
    AtomicInteger connections = new AtomicInteger();
    try (RawServer server =
            new RawServer(
                socket -> {
                  RawHttp2 http2 = new RawHttp2(socket).greet("");
                  int stream = http2.awaitRequest();
                  if (connections.incrementAndGet() > 1) {
                    accept(http2, stream);
                  }
                  http2.awaitEnd();
                });
        Sender sender = GrpcSender.traces(Sends.settings(server.url(), Duration.ofSeconds(3)))) {
      // The greeting comes after the first call has begun, so the second one finds the silence.
      assertThat(Sends.send(sender)).isInstanceOf(Retryable.class);
      assertThat(Sends.send(sender)).isInstanceOf(Retryable.class);
      assertThat(Sends.send(sender)).isEqualTo(ACCEPTED);
    }
  }

  @Test
  void anIdleConnectionSaysGoodbyeAndTakesNoMoreStreams() throws Exception {
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    try (RawServer server =
        new RawServer(
            socket -> {
              RawHttp2 http2 = new RawHttp2(socket).greet("");
              int stream = http2.awaitRequest();
              Thread.sleep(500); // Silence in mid-call is no idleness.
              accept(http2, stream);
              http2.await(RawHttp2.GOAWAY);
              http2.awaitEnd();
              seen.add("end");
            })) {
      Duration idle = Duration.ofMillis(100);
      Http2Connection connection =
          new Http2Connection(
              new Endpoint(
                  "127.0.0.1", URI.create(server.url()).getPort(), null, "h2", true, LONG, idle),
              GrpcConnectionTest::daemon);
      CompletableFuture<GrpcOutcome> outcome = new CompletableFuture<>();
      assertThat(connection.start(stream(outcome))).isTrue();
      assertThat(outcome.get(30, TimeUnit.SECONDS).code()).isEqualTo(GrpcCode.OK);
      assertThat(seen.poll(30, TimeUnit.SECONDS)).isEqualTo("end");
      assertThat(connection.start(stream(outcome))).isFalse();
    }
  }

  private static Http2Stream stream(CompletableFuture<GrpcOutcome> outcome) {
    return new Http2Stream(
        new byte[0],
        new RequestBody(new byte[5], new byte[0], 0),
        new GrpcResponse(100, outcome::complete));
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "heliograph-grpc-test");
    thread.setDaemon(true);
    return thread;
  }

  @Test
  void everyAddressOfAHostIsTried() throws Exception {
    try (GrpcServer server = new GrpcServer();
        Sender sender = GrpcSender.traces(Sends.settings("http://localhost:" + server.port()))) {
      assertThat(Sends.send(sender)).isEqualTo(ACCEPTED);
    }
  }

  @Test
  void aHostThatIsNotFoundIsNamed() {
    try (Sender sender = GrpcSender.traces(Sends.settings("http://no-such-host.invalid:4317"))) {
      assertThat(Sends.send(sender))
          .isInstanceOfSatisfying(
              Retryable.class,
              retryable -> {
                assertThat(retryable.reason())
                    .startsWith("gRPC UNAVAILABLE: host name not found: no-such-host.invalid");
                assertThat(retryable.ambiguous()).isFalse();
              });
    }
  }

  @Test
  void tlsWithoutHttp2IsRefusedAndSaysSo() throws Exception {
    Certificates certificates = new Certificates(folder);
    Path identity = certificates.keyStore("server");
    TlsMaterial tls =
        new TlsMaterial(TlsStore.certificates(certificates.certificate(identity)), null);
    try (TlsReceiver http1 = Protocol.HTTP.open(0, identity, null);
        Sender sender = Protocol.GRPC.sender(http1.port(), tls)) {
      assertThat(Sends.send(sender))
          .isEqualTo(
              new Retryable(
                  "gRPC UNAVAILABLE: the receiver's TLS does not offer h2 by ALPN", null, false));
    }
  }

  @Test
  void tlsToAPortWithoutItEndsTheCall() throws Exception {
    try (GrpcServer server = new GrpcServer();
        Sender sender = Protocol.GRPC.sender(server.port(), new TlsMaterial(null, null))) {
      assertThat(Sends.send(sender))
          .isInstanceOfSatisfying(
              Retryable.class,
              retryable -> {
                assertThat(retryable.reason()).contains("TLS handshake failed");
                assertThat(retryable.ambiguous()).isFalse();
              });
    }
  }

  @Test
  void goesThroughTheProxyThatTheJvmIsToldAndRecordsNothingOnTheWay() throws Exception {
    BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    try (RawServer proxy =
            new RawServer(
                socket -> {
                  asked.add(head(socket).lines().findFirst().orElseThrow());
                  RawServer.write(socket, "HTTP/1.1 200 Connected\r\n\r\n");
                  RawHttp2 http2 = new RawHttp2(socket).greet("");
                  accept(http2, http2.awaitRequest());
                  http2.awaitEnd();
                });
        OneProxy ignored = OneProxy.at(URI.create(proxy.url()));
        Sender sender = GrpcSender.traces(Sends.settings("http://collector.test"))) {
      assertThat(Sends.send(sender)).isEqualTo(ACCEPTED);
    }
    assertThat(asked).containsExactly("CONNECT collector.test:80 HTTP/1.1");
  }

  @Test
  void aProxyThatRefusesIsQuoted() throws Exception {
    try (RawServer proxy =
            new RawServer(
                socket -> {
                  head(socket);
                  RawServer.write(socket, "HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
                });
        OneProxy ignored = OneProxy.at(URI.create(proxy.url()));
        Sender sender = GrpcSender.traces(Sends.settings("http://collector.test"))) {
      assertThat(Sends.send(sender))
          .isInstanceOfSatisfying(
              Retryable.class,
              retryable ->
                  assertThat(retryable.reason()).contains("407 Proxy Authentication Required"));
    }
  }

  private static String head(Socket socket) throws IOException {
    byte[] octets = new byte[1];
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0 && socket.getInputStream().read(octets) > 0) {
      head.append(new String(octets, StandardCharsets.ISO_8859_1));
    }
    return head.toString();
  }

  private static void accept(RawHttp2 http2, int stream) throws IOException {
    http2.frame(
        RawHttp2.HEADERS,
        RawHttp2.END_HEADERS | RawHttp2.END_STREAM,
        stream,
        RawHttp2.block(":status", "200", "grpc-status", "0"));
  }
}

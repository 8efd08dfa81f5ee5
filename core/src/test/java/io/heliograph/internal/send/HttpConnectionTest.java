package io.heliograph.internal.send;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.FakeClock;
import io.heliograph.export.SendResult;
import io.heliograph.export.SendResult.Accepted;
import io.heliograph.export.SendResult.Refused;
import io.heliograph.export.SendResult.Retryable;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/1.1 as servers and proxies speak it, well and badly. */
class HttpConnectionTest {

  private static final String EMPTY = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

  private final AtomicInteger connections = new AtomicInteger();

  @Test
  void oneConnectionServesOneRequestAfterTheOther() throws Exception {
    try (RawServer server = answering(EMPTY);
        HttpSender sender = sender(server)) {
      for (int i = 0; i < 5; i++) {
        assertThat(Sends.send(sender)).isEqualTo(new Accepted(0, ""));
      }
    }
    assertThat(connections).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nConnection: Close\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
      })
  void aConnectionThatIsNotToBeUsedAgainIsNot(String answer) throws Exception {
    try (RawServer server = answering(answer);
        HttpSender sender = sender(server)) {
      assertThat(Sends.send(sender)).isEqualTo(new Accepted(0, ""));
      assertThat(Sends.send(sender)).isEqualTo(new Accepted(0, ""));
    }
    assertThat(connections).hasValue(2);
  }

  @Test
  void aConnectionThatTheServerHasClosedMeanwhileLosesNothing() throws Exception {
    Semaphore closed = new Semaphore(0);
    try (RawServer server =
            new RawServer(
                socket -> {
                  connections.incrementAndGet();
                  answer(socket, EMPTY);
                  socket.close();
                  closed.release();
                });
        HttpSender sender = sender(server)) {
      for (int i = 1; i <= 3; i++) {
        assertThat(Sends.send(sender)).isEqualTo(new Accepted(0, ""));
        closed.acquire();
      }
    }
    assertThat(connections).hasValue(3);
  }

  @Test
  void octetsThatNobodyAskedForAreNoAnswerToTheNextRequest() throws Exception {
    AtomicInteger answers = new AtomicInteger();
    try (RawServer server =
            new RawServer(
                socket -> {
                  boolean first = answers.getAndIncrement() == 0;
                  answer(socket, first ? EMPTY + "HTTP/1.1 400 Smuggled\r\n\r\n" : EMPTY);
                  Thread.sleep(5_000);
                });
        HttpSender sender = sender(server)) {
      assertThat(Sends.send(sender)).isEqualTo(new Accepted(0, ""));
      assertThat(Sends.send(sender)).isEqualTo(new Accepted(0, ""));
    }
    assertThat(answers).hasValue(2);
  }

  @Test
  void informationBeforeTheAnswerIsSkipped() throws Exception {
    assertThat(
            send("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nA: b\r\n\r\n" + EMPTY))
        .isEqualTo(new Accepted(0, ""));
  }

  @Test
  void aBodyMayComeInChunks() throws Exception {
    assertThat(
            send(
                "HTTP/1.1 400 Bad\r\nTransfer-Encoding: Chunked\r\n\r\n"
                    + "3;ext=1\r\nwhy\r\nA\r\n not today\r\n0\r\nTrailer: x\r\n\r\n"))
        .isEqualTo(new Refused("HTTP 400: why not today"));
  }

  @Test
  void aBodyMayEndWithItsConnection() throws Exception {
    assertThat(send("HTTP/1.1 400 Bad\r\n\r\nbecause")).isEqualTo(new Refused("HTTP 400: because"));
  }

  @Test
  void thereMayBeNoBody() throws Exception {
    assertThat(send("HTTP/1.1 204 No Content\r\n\r\n")).isEqualTo(new Accepted(0, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.6\r\n",
        "HTTP/2 200\r\n\r\n",
        "HTTP/1.1 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: +1\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nxx\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nxx",
        "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n"
      })
  void whatIsNoAnswerIsAmbiguous(String garbage) throws Exception {
    assertThat(send(garbage))
        .isInstanceOfSatisfying(
            Retryable.class,
            result -> {
              assertThat(result.ambiguous()).isTrue();
              assertThat(result.reason()).startsWith("connection lost: ");
            });
  }

  @Test
  void anEndlessHeadIsHungUpOn() throws Exception {
    try (RawServer endless =
            new RawServer(
                socket -> {
                  RawServer.readRequest(socket);
                  RawServer.write(socket, "HTTP/1.1 200 OK\r\n");
                  while (true) {
                    RawServer.write(socket, "A: " + "b".repeat(1000) + "\r\n");
                  }
                });
        HttpSender sender = sender(endless)) {
      assertThat(Sends.send(sender))
          .isEqualTo(
              new Retryable(
                  "connection lost: the answer's head is larger than 65536 bytes", null, true));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 4194305\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n400000\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n7fffffffffffffff\r\n"
      })
  void anAnswerThatSaysThatItIsTooLargeIsNotRead(String start) throws Exception {
    assertThat(send(start)).isEqualTo(new Refused("answer larger than 4194304 bytes"));
  }

  @Test
  void aRefusalBeforeAllOfTheRequestHasComeIsHeard() throws Exception {
    try (RawServer impatient =
            new RawServer(
                socket -> {
                  socket.getInputStream().readNBytes(100);
                  RawServer.write(socket, "HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n");
                  socket.shutdownOutput();
                  socket.getInputStream().readAllBytes();
                });
        HttpSender sender = sender(impatient)) {
      assertThat(Sends.start(sender, new byte[8 << 20]).get(30, TimeUnit.SECONDS))
          .isEqualTo(new Refused("HTTP 413"));
    }
  }

  @Test
  void aServerThatReadsNothingIsGivenUpInTime() throws Exception {
    try (RawServer deaf = new RawServer(socket -> Thread.sleep(60_000));
        HttpSender sender = sender(Sends.plain(deaf.url(), Duration.ofMillis(300)))) {
      assertThat(Sends.start(sender, new byte[64 << 20]).get(30, TimeUnit.SECONDS))
          .isEqualTo(new Retryable("no answer in time", null, true));
    }
  }

  @Test
  void aRequestSaysWhoItIsForAndHowLongItIs() throws Exception {
    BlockingQueue<String> heads = new LinkedBlockingQueue<>();
    try (RawServer server =
            new RawServer(
                socket -> {
                  heads.add(new String(socket.getInputStream().readNBytes(400), ISO_8859_1));
                  RawServer.write(socket, EMPTY);
                });
        HttpSender sender =
            sender(Sends.plain(server.url() + "?tenant=a%20b", Duration.ofSeconds(20)))) {
      assertThat(Sends.send(sender)).isEqualTo(new Accepted(0, ""));
      URI uri = URI.create(server.url());
      assertThat(heads.take())
          .startsWith(
              "POST /v1/traces?tenant=a%20b HTTP/1.1\r\nHost: 127.0.0.1:" + uri.getPort() + "\r\n")
          .contains("\r\nContent-Length: 500\r\n\r\nspans");
    }
  }

  @Test
  void aProxyTakesPlainRequestsItself() throws Exception {
    BlockingQueue<String> heads = new LinkedBlockingQueue<>();
    try (RawServer proxy =
            new RawServer(
                socket -> {
                  heads.add(new String(socket.getInputStream().readNBytes(300), ISO_8859_1));
                  RawServer.write(socket, EMPTY);
                });
        OneProxy ignored = OneProxy.at(URI.create(proxy.url()));
        HttpSender sender =
            sender(Sends.plain("http://collector.test:4318/v1/traces", Duration.ofSeconds(20)))) {
      assertThat(Sends.send(sender)).isEqualTo(new Accepted(0, ""));
      assertThat(heads.take())
          .startsWith(
              "POST http://collector.test:4318/v1/traces HTTP/1.1\r\nHost: collector.test:4318\r\n");
    }
  }

  @Test
  void aProxyConnectsToAReceiverWithTls() throws Exception {
    BlockingQueue<String> heads = new LinkedBlockingQueue<>();
    try (RawServer proxy =
            new RawServer(
                socket -> {
                  heads.add(new String(socket.getInputStream().readNBytes(43), ISO_8859_1));
                  RawServer.write(socket, "HTTP/1.1 403 Forbidden\r\n\r\n");
                });
        OneProxy ignored = OneProxy.at(URI.create(proxy.url()));
        HttpSender sender = sender(Sends.settings("https://collector.test/v1/traces"))) {
      assertThat(Sends.send(sender))
          .isEqualTo(
              new Retryable("the proxy 127.0.0.1 answers HTTP/1.1 403 Forbidden", null, false));
      assertThat(heads.take()).startsWith("CONNECT collector.test:443 HTTP/1.1\r\n");
    }
  }

  private static SendResult send(String answer) throws Exception {
    try (RawServer server = new RawServer(socket -> answer(socket, answer));
        HttpSender sender = sender(server)) {
      return Sends.send(sender);
    }
  }

  /** Answers each request of a connection. */
  private RawServer answering(String text) throws Exception {
    return new RawServer(
        socket -> {
          connections.incrementAndGet();
          while (true) {
            answer(socket, text);
          }
        });
  }

  private static void answer(Socket socket, String text) throws Exception {
    RawServer.readRequest(socket);
    RawServer.write(socket, text);
  }

  private static HttpSender sender(RawServer server) {
    return sender(Sends.settings(server.url()));
  }

  private static HttpSender sender(SenderSettings settings) {
    return new HttpSender(settings, HttpFormat.OTLP_PROTOBUF, new FakeClock());
  }
}

package io.heliograph.internal.send;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.heliograph.Compliance;
import io.heliograph.FakeClock;
import io.heliograph.export.SendResult;
import io.heliograph.export.SendResult.Accepted;
import io.heliograph.export.SendResult.Refused;
import io.heliograph.export.SendResult.Retryable;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real server gets, and what its answers mean. */
class HttpSenderTest {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private String url;

  private volatile int status = 200;
  private volatile byte[] answer = new byte[0];
  private volatile Map<String, String> answerHeaders = Map.of();
  private volatile Headers received;
  private volatile byte[] receivedBody;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          received = exchange.getRequestHeaders();
          receivedBody = exchange.getRequestBody().readAllBytes();
          answerHeaders.forEach(exchange.getResponseHeaders()::add);
          exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    url = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  @Compliance({
    "Exporters > OTLP > OTLP/HTTP binary Protobuf Exporter",
    "Exporters > OTLP > OTLP/HTTP gzip Content-Encoding support",
    "Exporters > OTLP > Honors the user agent spec"
  })
  void postsTheBytesCompressedWithItsHeaders() throws Exception {
    assertThat(send(Sends.settings(url, Map.of("Api-Key", "s3cret"))))
        .isEqualTo(new Accepted(0, ""));

    assertThat(new GZIPInputStream(new ByteArrayInputStream(receivedBody)).readAllBytes())
        .isEqualTo(Sends.BODY);
    assertThat(received.getFirst("Content-Type")).isEqualTo("application/x-protobuf");
    assertThat(received.getFirst("Content-Encoding")).isEqualTo("gzip");
    assertThat(received.getFirst("Api-Key")).isEqualTo("s3cret");
    assertThat(received.getFirst("User-Agent"))
        .matches("Heliograph-OTLP-Exporter-Java/\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
  }

  @Test
  void userInfoIsSentAsBasicCredentials() {
    send(Sends.settings(url.replace("//", "//user:pa%20ss@")));
    assertThat(received.getFirst("Authorization")).isEqualTo("Basic dXNlcjpwYSBzcw==");
  }

  @Test
  void everyStatusIsAcceptedRetriedOrRefused() {
    for (int code = 200; code < 600; code++) {
      status = code;
      SendResult result = send();
      if (code < 300) {
        assertThat(result).as("status %d", code).isInstanceOf(Accepted.class);
      } else if (Set.of(429, 502, 503, 504).contains(code)) {
        assertThat(result).isEqualTo(new Retryable("HTTP " + code, null, false));
      } else {
        assertThat(result).isEqualTo(new Refused("HTTP " + code));
      }
    }
  }

  @Test
  void redirectsAreNotFollowed() {
    status = 307;
    answerHeaders = Map.of("Location", "/elsewhere");
    assertThat(send()).isEqualTo(new Refused("HTTP 307"));
  }

  @Test
  void retryAfterIsPassedOn() {
    status = 429;
    answerHeaders = Map.of("Retry-After", "17");
    assertThat(send()).isEqualTo(new Retryable("HTTP 429", Duration.ofSeconds(17), false));
    answerHeaders = Map.of("Retry-After", "junk");
    assertThat(send()).isEqualTo(new Retryable("HTTP 429", null, false));
  }

  @Test
  @Compliance("Exporters > OTLP > Partial Success messages are handled and logged for OTLP/HTTP")
  void partialSuccessIsRead() {
    answer =
        ExportTraceServiceResponse.newBuilder()
            .setPartialSuccess(
                ExportTracePartialSuccess.newBuilder()
                    .setRejectedSpans(2)
                    .setErrorMessage("too old"))
            .build()
            .toByteArray();
    assertThat(send()).isEqualTo(new Accepted(2, "too old"));
  }

  @Test
  @Compliance("Exporters > OTLP > OTLP/HTTP JSON Protobuf Exporter")
  void partialSuccessIsReadFromJson() {
    answer =
        """
        {"unknown": [1, {"a": null}], "partialSuccess":
          {"rejectedSpans": "2", "errorMessage": "too \\u006fld"}}"""
            .getBytes(UTF_8);
    try (HttpSender sender = sender(Sends.settings(url), HttpFormat.OTLP_JSON)) {
      assertThat(Sends.send(sender)).isEqualTo(new Accepted(2, "too old"));
    }
    assertThat(received.getFirst("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void garbageInASuccessIsAWarning() {
    answer = "<html>please log in</html>".getBytes(UTF_8);
    assertThat(send())
        .isInstanceOfSatisfying(
            Accepted.class,
            accepted -> {
              assertThat(accepted.rejected()).isZero();
              assertThat(accepted.message()).contains("not an OTLP response");
            });
  }

  @Test
  void aRefusalTellsWhyInOneShortLine() {
    status = 400;
    answer = ("bad\r\nrequest " + "x".repeat(1000)).getBytes(UTF_8);
    assertThat(send())
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.reason())
                    .startsWith("HTTP 400: bad??request x")
                    .hasSizeLessThan(250));
  }

  @ParameterizedTest
  @EnumSource(
      value = HttpFormat.class,
      names = {"OTLP_PROTOBUF", "OTLP_JSON"})
  void aRefusalInTheRequestsFormatIsRead(HttpFormat format) {
    status = 400;
    answerHeaders = Map.of("Content-Type", format.contentType());
    answer =
        format == HttpFormat.OTLP_JSON
            ? "{\"code\":3,\"message\":\"no ids\"}".getBytes(UTF_8)
            : new byte[] {8, 3, 18, 6, 'n', 'o', ' ', 'i', 'd', 's'};
    try (HttpSender sender = sender(Sends.settings(url), format)) {
      assertThat(Sends.send(sender)).isEqualTo(new Refused("HTTP 400: no ids"));
    }
  }

  @Test
  void aServerThatEchoesCredentialsDoesNotGetThemIntoOurLogs() {
    status = 401;
    answer = "no such key: canary-token, user canary-user, canary-query".getBytes(UTF_8);
    SenderSettings settings =
        Sends.settings(
            url.replace("//", "//canary-user:pw@") + "?key=canary-query",
            Map.of("Authorization", "Bearer canary-token"));
    assertThat(send(settings)).isEqualTo(new Refused("HTTP 401: no such key: ***, user ***, ***"));
    try (HttpSender sender = sender(settings, HttpFormat.OTLP_PROTOBUF)) {
      assertThat(sender.target()).isEqualTo(url);
    }
    assertThat(settings.toString()).doesNotContain("canary").contains("authorization");
  }

  @Test
  @Compliance("Exporters > OTLP > Enforces response size limit")
  void anEndlessAnswerIsHungUpOn() throws Exception {
    try (RawServer endless =
        new RawServer(
            connection -> {
              RawServer.readRequest(connection);
              RawServer.write(connection, "HTTP/1.1 200 OK\r\n\r\n");
              while (true) {
                connection.getOutputStream().write(new byte[8192]);
              }
            })) {
      assertThat(send(Sends.settings(endless.url())))
          .isEqualTo(new Refused("answer larger than 4194304 bytes"));
    }
  }

  @Test
  void aCompressedBombIsNotUnpacked() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      byte[] zeros = new byte[1024 * 1024];
      for (int i = 0; i < 64; i++) {
        gzip.write(zeros);
      }
    }
    answer = bomb.toByteArray();
    answerHeaders = Map.of("Content-Encoding", "gzip");
    assertThat(send()).isEqualTo(new Refused("answer larger than 4194304 bytes"));
  }

  @Test
  void aResetInMidRequestIsAmbiguous() throws Exception {
    expectAmbiguous(
        connection -> {
          connection.getInputStream().read();
          connection.setSoLinger(true, 0);
        });
  }

  @Test
  void aCloseBeforeTheAnswerIsAmbiguous() throws Exception {
    expectAmbiguous(RawServer::readRequest);
  }

  @Test
  void anAnswerCutOffIsAmbiguous() throws Exception {
    expectAmbiguous(
        connection -> {
          RawServer.readRequest(connection);
          RawServer.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"})
  void noAnswerInTimeIsAmbiguous(String start) throws Exception {
    try (RawServer silent =
        new RawServer(
            connection -> {
              RawServer.readRequest(connection);
              RawServer.write(connection, start);
              Thread.sleep(60_000);
            })) {
      assertThat(send(Sends.settings(silent.url(), Duration.ofMillis(300))))
          .isEqualTo(new Retryable("no answer in time", null, true));
    }
  }

  @Test
  void aRefusedConnectionIsNotAmbiguous() {
    server.stop(0);
    assertThat(send())
        .isEqualTo(new Retryable("connection refused or host unreachable", null, false));
  }

  @Test
  void anUnknownHostIsNotAmbiguous() {
    assertThat(send(Sends.settings("http://no-such-host.invalid/v1/traces")))
        .isEqualTo(new Retryable("host name not found", null, false));
  }

  @Test
  void closeAnswersWhatIsInFlightAndWhatComesLater() throws Exception {
    try (RawServer silent = new RawServer(connection -> Thread.sleep(60_000))) {
      HttpSender sender = sender(Sends.settings(silent.url()), HttpFormat.OTLP_PROTOBUF);
      var open = Sends.start(sender);
      sender.close();
      sender.close();
      assertThat(open.get(30, java.util.concurrent.TimeUnit.SECONDS))
          .isEqualTo(new SendResult.Aborted());
      assertThat(Sends.send(sender)).isEqualTo(new SendResult.Aborted());
    }
  }

  @Test
  @Compliance("Exporters > OTLP > Concurrent sending")
  void severalRequestsAreInFlightAtOnce() throws Exception {
    var bothHere = new java.util.concurrent.CountDownLatch(2);
    try (RawServer waiting =
            new RawServer(
                connection -> {
                  RawServer.readRequest(connection);
                  bothHere.countDown();
                  bothHere.await();
                  RawServer.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                });
        HttpSender sender = sender(Sends.settings(waiting.url()), HttpFormat.OTLP_PROTOBUF)) {
      var first = Sends.start(sender);
      assertThat(Sends.send(sender)).isEqualTo(new Accepted(0, ""));
      assertThat(first.get(30, java.util.concurrent.TimeUnit.SECONDS))
          .isEqualTo(new Accepted(0, ""));
    }
  }

  private static void expectAmbiguous(RawServer.Behaviour behaviour) throws Exception {
    try (RawServer server = new RawServer(behaviour)) {
      assertThat(send(Sends.settings(server.url())))
          .isInstanceOfSatisfying(
              Retryable.class, result -> assertThat(result.ambiguous()).isTrue());
    }
  }

  private SendResult send() {
    return send(Sends.settings(url));
  }

  private static SendResult send(SenderSettings settings) {
    try (HttpSender sender = sender(settings, HttpFormat.OTLP_PROTOBUF)) {
      return Sends.send(sender);
    }
  }

  private static HttpSender sender(SenderSettings settings, HttpFormat format) {
    return new HttpSender(settings, format, new FakeClock());
  }
}

package io.heliograph.internal.send;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.Status;
import io.heliograph.Compliance;
import io.heliograph.export.SendResult;
import io.heliograph.export.SendResult.Accepted;
import io.heliograph.export.SendResult.Refused;
import io.heliograph.export.SendResult.Retryable;
import io.heliograph.export.Sender;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a real gRPC server gets, and what its answers mean. */
class GrpcSenderTest {

  private static final Metadata.Key<byte[]> DETAILS =
      Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

  private static final Set<Status.Code> RETRIED =
      Set.of(
          Status.Code.CANCELLED,
          Status.Code.DEADLINE_EXCEEDED,
          Status.Code.ABORTED,
          Status.Code.OUT_OF_RANGE,
          Status.Code.UNAVAILABLE,
          Status.Code.DATA_LOSS);

  private GrpcServer server;

  @BeforeEach
  void start() throws Exception {
    server = new GrpcServer();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  @Compliance("Exporters > OTLP > OTLP/gRPC Exporter")
  void sendsTheBytesWithItsHeaders() {
    SenderSettings settings = Sends.settings(server.url(), Map.of("Api-Key", "s3cret"));
    assertThat(send(settings)).isEqualTo(new Accepted(0, ""));
    assertThat(server.received).isEqualTo(Sends.BODY);
    assertThat(header("api-key")).isEqualTo("s3cret");
    assertThat(header("grpc-encoding")).isEqualTo("gzip");
    assertThat(header("user-agent")).startsWith("Heliograph-OTLP-Exporter-Java/");
  }

  @ParameterizedTest
  @EnumSource(value = Status.Code.class, mode = EnumSource.Mode.EXCLUDE, names = "OK")
  void everyCodeIsRetriedOrRefused(Status.Code code) {
    server.status = code.toStatus().withDescription("because");
    String reason = "gRPC " + code + ": because";
    boolean ambiguous = code == Status.Code.DEADLINE_EXCEEDED;
    assertThat(send())
        .isEqualTo(
            RETRIED.contains(code) ? new Retryable(reason, null, ambiguous) : new Refused(reason));
  }

  @Test
  void resourceExhaustedIsRetriedOnlyWithRetryInfo() {
    server.status = Status.RESOURCE_EXHAUSTED;
    server.trailers = retryInfo(17);
    assertThat(send())
        .isEqualTo(new Retryable("gRPC RESOURCE_EXHAUSTED", Duration.ofSeconds(17), false));
  }

  @Test
  void retryInfoIsHonouredForOtherCodesAndNeverMakesThemRetryable() {
    server.trailers = retryInfo(5);
    server.status = Status.UNAVAILABLE;
    assertThat(send()).isEqualTo(new Retryable("gRPC UNAVAILABLE", Duration.ofSeconds(5), false));
    server.status = Status.INVALID_ARGUMENT;
    assertThat(send()).isEqualTo(new Refused("gRPC INVALID_ARGUMENT"));
  }

  @Test
  void garbageForDetailsIsNoRetryInfo() {
    server.status = Status.RESOURCE_EXHAUSTED;
    Metadata trailers = new Metadata();
    trailers.put(DETAILS, new byte[] {26, 127, 1});
    server.trailers = trailers;
    assertThat(send()).isEqualTo(new Refused("gRPC RESOURCE_EXHAUSTED"));
  }

  @Test
  @Compliance("Exporters > OTLP > Partial Success messages are handled and logged for OTLP/gRPC")
  void partialSuccessIsRead() {
    server.answer =
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
  void garbageInASuccessIsAWarning() {
    server.answer = new byte[] {-1, -1, -1};
    assertThat(send())
        .isInstanceOfSatisfying(
            Accepted.class,
            accepted -> assertThat(accepted.message()).contains("not an OTLP response"));
  }

  @Test
  void anAnswerOverTheLimitIsRefused() {
    server.answer = new byte[SenderSettings.DEFAULT_MAX_RESPONSE_BYTES + 1];
    assertThat(send())
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).startsWith("gRPC RESOURCE_EXHAUSTED"));
  }

  @Test
  void noAnswerInTimeIsAmbiguous() {
    server.silent = true;
    assertThat(send(Sends.settings(server.url(), Duration.ofSeconds(3))))
        .isInstanceOfSatisfying(
            Retryable.class,
            retryable -> {
              assertThat(retryable.reason()).startsWith("gRPC DEADLINE_EXCEEDED");
              assertThat(retryable.ambiguous()).isTrue();
            });
  }

  @Test
  void aRefusedConnectionIsNotAmbiguous() throws Exception {
    SenderSettings settings = Sends.settings(server.url());
    server.close();
    assertThat(send(settings))
        .isInstanceOfSatisfying(
            Retryable.class,
            retryable -> {
              assertThat(retryable.reason()).contains("Connection refused");
              assertThat(retryable.ambiguous()).isFalse();
            });
  }

  @Test
  void aConnectionLostInMidCallIsAmbiguous() throws Exception {
    server.silent = true;
    try (Sender sender = GrpcSender.traces(Sends.settings(server.url()))) {
      var result = Sends.start(sender);
      awaitReceived();
      server.close();
      assertThat(result.get(30, TimeUnit.SECONDS))
          .isInstanceOfSatisfying(
              Retryable.class, retryable -> assertThat(retryable.ambiguous()).isTrue());
    }
  }

  @Test
  void aReceiverThatComesBackIsFoundByTheNextAttempt() throws Exception {
    int port = server.port();
    try (Sender sender = GrpcSender.traces(Sends.settings(server.url()))) {
      assertThat(Sends.send(sender)).isEqualTo(new Accepted(0, ""));
      server.close();
      for (int i = 0; i < 5; i++) {
        assertThat(Sends.send(sender)).isInstanceOf(Retryable.class);
      }
      server = new GrpcServer(port, InsecureServerCredentials.create());
      assertThat(Sends.send(sender)).isEqualTo(new Accepted(0, ""));
    }
  }

  @Test
  void closeAnswersWhatIsInFlightAndWhatComesLater() throws Exception {
    server.silent = true;
    Sender sender = GrpcSender.traces(Sends.settings(server.url()));
    var open = Sends.start(sender);
    sender.close();
    sender.close();
    assertThat(open.get(30, TimeUnit.SECONDS)).isEqualTo(new SendResult.Aborted());
    assertThat(Sends.send(sender)).isEqualTo(new SendResult.Aborted());
  }

  @Test
  void aServerThatEchoesCredentialsDoesNotGetThemIntoOurLogs() {
    server.status = Status.UNAUTHENTICATED.withDescription("no key canary-token\r\nforged");
    SenderSettings settings =
        Sends.settings(server.url(), Map.of("Authorization", "Bearer canary-token"));
    assertThat(send(settings)).isEqualTo(new Refused("gRPC UNAUTHENTICATED: no key ***??forged"));
  }

  private void awaitReceived() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (server.received == null && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(server.received).isNotNull();
  }

  private SendResult send() {
    return send(Sends.settings(server.url()));
  }

  private static SendResult send(SenderSettings settings) {
    try (Sender sender = GrpcSender.traces(settings)) {
      return Sends.send(sender);
    }
  }

  private String header(String name) {
    return server.receivedHeaders.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
  }

  /** google.rpc.Status { code: 8, details: Any { RetryInfo { retry_delay { seconds } } } }. */
  private static Metadata retryInfo(int seconds) {
    String type = "type.googleapis.com/google.rpc.RetryInfo";
    byte[] info = {10, 2, 8, (byte) seconds};
    var any = new ByteArrayOutputStream();
    any.write(10);
    any.write(type.length());
    any.writeBytes(type.getBytes(US_ASCII));
    any.write(18);
    any.write(info.length);
    any.writeBytes(info);
    var status = new ByteArrayOutputStream();
    status.writeBytes(new byte[] {8, 8, 26, (byte) any.size()});
    status.writeBytes(any.toByteArray());
    Metadata trailers = new Metadata();
    trailers.put(DETAILS, status.toByteArray());
    return trailers;
  }
}

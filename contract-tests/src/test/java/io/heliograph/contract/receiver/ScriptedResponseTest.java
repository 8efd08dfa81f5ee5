package io.heliograph.contract.receiver;

import static io.heliograph.contract.receiver.Spans.request;
import static io.heliograph.contract.receiver.Spans.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScriptedResponseTest {

  private final OtlpReceiver receiver = OtlpReceiver.start();
  private final byte[] twoSpans = request(span(1, 0, "a"), span(2, 1, "b")).toByteArray();

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void answersHttpStatusHeadersAndBodyInTurn() throws Exception {
    receiver.script(
        ScriptedResponse.http(503).withHeader("Retry-After", "7").withBody("later"),
        ScriptedResponse.ok());

    HttpResponse<byte[]> first = Sender.send(Sender.post(receiver, twoSpans));
    HttpResponse<byte[]> second = Sender.send(Sender.post(receiver, twoSpans));

    assertThat(first.statusCode()).isEqualTo(503);
    assertThat(first.headers().firstValue("Retry-After")).contains("7");
    assertThat(first.body()).asString().isEqualTo("later");
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(receiver.requests()).hasSize(2);
    assertThat(receiver.spans()).hasSize(2);
    assertThat(receiver.violations()).isEmpty();
  }

  @Test
  void answersTheSameUntilToldOtherwise() throws Exception {
    receiver.respondAlways(ScriptedResponse.http(429));

    assertThat(Sender.send(Sender.post(receiver, twoSpans)).statusCode()).isEqualTo(429);
    assertThat(Sender.send(Sender.post(receiver, twoSpans)).statusCode()).isEqualTo(429);
    assertThat(receiver.spans()).isEmpty();
  }

  @Test
  void answersGrpcStatusTrailersAndRetryInfo() throws Exception {
    receiver.script(
        ScriptedResponse.grpc(Status.Code.RESOURCE_EXHAUSTED)
            .withHeader("why", "full")
            .withRetryInfo(Duration.ofMillis(2500)));

    StatusRuntimeException failure = grpcFailure();

    Metadata trailers = Objects.requireNonNull(failure.getTrailers());
    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(trailers.get(Metadata.Key.of("why", Metadata.ASCII_STRING_MARSHALLER)))
        .isEqualTo("full");
    byte[] details =
        trailers.get(Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER));
    // google.rpc.Status: code 8, message, one Any with RetryInfo{Duration{2 s, 500,000,000 ns}}.
    assertThat(details)
        .startsWith(8, 8)
        .contains("google.rpc.RetryInfo".getBytes(StandardCharsets.UTF_8))
        .endsWith(0x0a, 0x08, 0x08, 0x02, 0x10, 0x80, 0xca, 0xb5, 0xee, 0x01);
    assertThat(receiver.spans()).isEmpty();
  }

  @Test
  void rejectsAPartOfTheSpans() throws Exception {
    receiver.script(
        ScriptedResponse.partialSuccess(1, "too many"), ScriptedResponse.partialSuccess(2, "none"));

    HttpResponse<byte[]> answer = Sender.send(Sender.post(receiver, twoSpans));

    ExportTraceServiceResponse message = ExportTraceServiceResponse.parseFrom(answer.body());
    assertThat(message.getPartialSuccess().getRejectedSpans()).isEqualTo(1);
    assertThat(message.getPartialSuccess().getErrorMessage()).isEqualTo("too many");
    assertThat(receiver.spans()).extracting(ReceivedSpan::name).containsExactly("b");
    assertThat(
            ExportTraceServiceResponse.parseFrom(Sender.sendGrpc(receiver, Signal.TRACES, twoSpans))
                .getPartialSuccess()
                .getRejectedSpans())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = ScriptedResponse.Action.class,
      names = {"RESET_MID_REQUEST", "CLOSE_BEFORE_ANSWER"})
  void breaksTheConnection(ScriptedResponse.Action action) throws Exception {
    ScriptedResponse broken =
        action == ScriptedResponse.Action.RESET_MID_REQUEST
            ? ScriptedResponse.resetMidRequest()
            : ScriptedResponse.closeBeforeAnswer();
    receiver.respondAlways(broken);

    assertThatThrownBy(() -> Sender.send(Sender.post(receiver, twoSpans)))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(HttpTimeoutException.class);
    assertThat(grpcFailure().getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(receiver.spans()).isEmpty();
    receiver.respondAlways(ScriptedResponse.ok());
    assertThat(Sender.send(Sender.post(receiver, twoSpans)).statusCode()).isEqualTo(200);
  }

  @Test
  void neverAnswers() {
    receiver.script(ScriptedResponse.neverAnswer());

    assertThatThrownBy(
            () -> Sender.send(Sender.post(receiver, twoSpans).timeout(Duration.ofMillis(300))))
        .isInstanceOf(HttpTimeoutException.class);
    assertThat(receiver.awaitRequests(Signal.TRACES, 1)).hasSize(1);
    assertThat(receiver.spans()).isEmpty();
  }

  @Test
  void allowsTheSameSpansAfterAnAmbiguousAnswer() throws Exception {
    receiver.script(ScriptedResponse.ok().after(Duration.ofMillis(1)));

    Sender.send(Sender.post(receiver, twoSpans));
    Sender.send(Sender.post(receiver, twoSpans));

    assertThat(receiver.violations()).isEmpty();
    assertThat(receiver.spans()).hasSize(2);
  }

  @Test
  void sendsABodyWithoutEnd() throws Exception {
    receiver.respondAlways(ScriptedResponse.endlessBody());

    HttpResponse<InputStream> response =
        HttpClient.newHttpClient()
            .send(
                Sender.post(receiver, twoSpans).build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      assertThat(body.readNBytes(5_000_000)).hasSize(5_000_000);
    }
    assertThat(grpcFailure().getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
  }

  @Test
  void sendsGarbageAsSuccess() throws Exception {
    receiver.respondAlways(ScriptedResponse.garbage());

    HttpResponse<byte[]> response = Sender.send(Sender.post(receiver, twoSpans));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThatThrownBy(() -> ExportTraceServiceResponse.parseFrom(response.body()))
        .isInstanceOf(InvalidProtocolBufferException.class);
    byte[] message = Sender.sendGrpc(receiver, Signal.TRACES, twoSpans);
    assertThatThrownBy(() -> ExportTraceServiceResponse.parseFrom(message))
        .isInstanceOf(InvalidProtocolBufferException.class);
  }

  @Test
  void goesDownAndComesBackOnTheSamePorts() throws Exception {
    String http = receiver.httpEndpoint();
    HttpClient client = HttpClient.newHttpClient();
    assertThat(Sender.send(client, Sender.post(receiver, twoSpans)).statusCode()).isEqualTo(200);

    receiver.down();

    assertThatThrownBy(() -> Sender.send(client, Sender.post(receiver, twoSpans)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> Sender.send(Sender.post(receiver, twoSpans)))
        .isInstanceOf(ConnectException.class);
    assertThat(grpcFailure().getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    receiver.up();
    assertThat(receiver.httpEndpoint()).isEqualTo(http);
    byte[] more = request(span(3, 0, "c")).toByteArray();
    assertThat(Sender.send(client, Sender.post(receiver, more)).statusCode()).isEqualTo(200);
    Sender.sendGrpc(receiver, Signal.TRACES, request(span(4, 0, "d")).toByteArray());
    assertThat(receiver.spans()).hasSize(4);
  }

  private StatusRuntimeException grpcFailure() {
    return assertThrows(
        StatusRuntimeException.class, () -> Sender.sendGrpc(receiver, Signal.TRACES, twoSpans));
  }
}

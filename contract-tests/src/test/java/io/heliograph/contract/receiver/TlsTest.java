package io.heliograph.contract.receiver;

import static io.heliograph.contract.receiver.Spans.request;
import static io.heliograph.contract.receiver.Spans.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

  @TempDir static Path folder;
  private static TestCertificates certificates;

  @BeforeAll
  static void makeCertificates() {
    certificates = TestCertificates.create(folder);
  }

  @Test
  void speaksTls() throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.builder().tls(certificates.serverContext()).start()) {
      assertThat(receiver.httpEndpoint()).startsWith("https://");
      assertThat(post(receiver, certificates.trustingContext(), 1)).isEqualTo(200);
      sendGrpc(receiver, false, 2);
      assertThat(receiver.awaitSpans(2)).hasSize(2);
    }
  }

  @Test
  void asksForAClientCertificate() throws Exception {
    try (OtlpReceiver receiver =
        OtlpReceiver.builder().mutualTls(certificates.serverContext()).start()) {
      assertThatThrownBy(() -> post(receiver, certificates.trustingContext(), 1))
          .isInstanceOf(IOException.class);
      assertThatThrownBy(() -> sendGrpc(receiver, false, 2))
          .isInstanceOf(StatusRuntimeException.class);
      assertThat(receiver.requests()).isEmpty();

      assertThat(post(receiver, certificates.clientContext(), 1)).isEqualTo(200);
      sendGrpc(receiver, true, 2);
      assertThat(receiver.awaitSpans(2)).hasSize(2);
    }
  }

  @Test
  void takesItsIdentityFromPemFiles() throws Exception {
    SSLContext context =
        SslContexts.fromPem(
            certificates.file("server.pem"),
            certificates.file("server.key"),
            certificates.file("ca.pem"));
    try (OtlpReceiver receiver = OtlpReceiver.builder().mutualTls(context).start()) {
      assertThat(post(receiver, certificates.clientContext(), 1)).isEqualTo(200);
    }
  }

  private static int post(OtlpReceiver receiver, SSLContext tls, int span) throws Exception {
    HttpClient client = HttpClient.newBuilder().sslContext(tls).build();
    byte[] body = request(span(span, 0, "GET")).toByteArray();
    return Sender.send(client, Sender.post(receiver, body)).statusCode();
  }

  private static void sendGrpc(OtlpReceiver receiver, boolean identified, int span)
      throws Exception {
    SslContextBuilder tls =
        GrpcSslContexts.forClient().trustManager(certificates.file("ca.pem").toFile());
    if (identified) {
      tls.keyManager(
          certificates.file("client.pem").toFile(), certificates.file("client.key").toFile());
    }
    ManagedChannel channel =
        NettyChannelBuilder.forTarget(receiver.grpcEndpoint().substring("https://".length()))
            .sslContext(tls.build())
            .build();
    try {
      send(channel, span);
    } finally {
      channel.shutdownNow();
    }
  }

  private static void send(Channel channel, int span) {
    Sender.sendGrpc(channel, Signal.TRACES, request(span(span, 0, "GET")).toByteArray());
  }
}

package io.heliograph.contract.receiver;

import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;

/** Posts OTLP as an exporter would. */
final class Sender {

  private static final String USER_AGENT = "heliograph-test/1.0";

  private Sender() {}

  static HttpRequest.Builder post(OtlpReceiver receiver, byte[] body) {
    return HttpRequest.newBuilder(URI.create(receiver.httpEndpoint() + "/v1/traces"))
        .timeout(Duration.ofSeconds(20))
        .header("Content-Type", "application/x-protobuf")
        .header("User-Agent", USER_AGENT)
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    return send(HttpClient.newHttpClient(), request);
  }

  static HttpResponse<byte[]> send(HttpClient client, HttpRequest.Builder request)
      throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  static HttpResponse<byte[]> sendProtobuf(OtlpReceiver receiver, Message message)
      throws Exception {
    return send(post(receiver, message.toByteArray()));
  }

  static HttpResponse<byte[]> sendJson(OtlpReceiver receiver, String json) throws Exception {
    return send(
        post(receiver, json.getBytes(StandardCharsets.UTF_8))
            .setHeader("Content-Type", "application/json"));
  }

  static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(body);
    }
    return bytes.toByteArray();
  }

  static byte[] sendGrpc(OtlpReceiver receiver, Signal signal, byte[] message) {
    ManagedChannel channel =
        NettyChannelBuilder.forTarget(receiver.grpcEndpoint().substring("http://".length()))
            .usePlaintext()
            .userAgent(USER_AGENT)
            .build();
    try {
      return sendGrpc(channel, signal, message);
    } finally {
      channel.shutdownNow();
    }
  }

  static byte[] sendGrpc(Channel channel, Signal signal, byte[] message) {
    Metadata headers = new Metadata();
    headers.put(Metadata.Key.of("api-key", Metadata.ASCII_STRING_MARSHALLER), "secret");
    return ClientCalls.blockingUnaryCall(
        ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(headers)),
        MethodDescriptor.newBuilder(ByteMarshaller.INSTANCE, ByteMarshaller.INSTANCE)
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName(signal.grpcService() + "/Export")
            .build(),
        CallOptions.DEFAULT.withCompression("gzip").withDeadlineAfter(Duration.ofSeconds(20)),
        message);
  }
}

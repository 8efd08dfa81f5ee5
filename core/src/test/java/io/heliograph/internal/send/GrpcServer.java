package io.heliograph.internal.send;

import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCredentials;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A real gRPC server that answers every trace request as a test tells it. */
final class GrpcServer implements AutoCloseable {

  private static final String SERVICE = "opentelemetry.proto.collector.trace.v1.TraceService";

  private final Server server;

  volatile Status status = Status.OK;
  volatile Metadata trailers = new Metadata();
  volatile byte[] answer = new byte[0];
  volatile boolean silent;
  volatile byte[] received;
  volatile Metadata receivedHeaders;

  GrpcServer() throws IOException {
    this(0, InsecureServerCredentials.create());
  }

  GrpcServer(int port, ServerCredentials credentials) throws IOException {
    this(port, credentials, builder -> {});
  }

  GrpcServer(Consumer<NettyServerBuilder> custom) throws IOException {
    this(0, InsecureServerCredentials.create(), custom);
  }

  private GrpcServer(int port, ServerCredentials credentials, Consumer<NettyServerBuilder> custom)
      throws IOException {
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(
            new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), credentials);
    custom.accept(builder);
    server =
        builder
            .addService(
                ServerServiceDefinition.builder(SERVICE).addMethod(method(), this::serve).build())
            .build()
            .start();
  }

  private ServerCall.Listener<byte[]> serve(ServerCall<byte[], byte[]> call, Metadata headers) {
    receivedHeaders = headers;
    call.request(2);
    return new ServerCall.Listener<>() {
      @Override
      public void onMessage(byte[] message) {
        received = message;
      }

      @Override
      public void onHalfClose() {
        if (silent) {
          return;
        }
        if (status.isOk()) {
          call.sendHeaders(new Metadata());
          call.sendMessage(answer);
        }
        Metadata own = new Metadata(); // gRPC adds to it, from as many threads as there are calls.
        own.merge(trailers);
        call.close(status, own);
      }
    };
  }

  private static MethodDescriptor<byte[], byte[]> method() {
    return MethodDescriptor.<byte[], byte[]>newBuilder()
        .setType(MethodDescriptor.MethodType.UNARY)
        .setFullMethodName(SERVICE + "/Export")
        .setRequestMarshaller(new Bytes())
        .setResponseMarshaller(new Bytes())
        .build();
  }

  int port() {
    return server.getPort();
  }

  String url() {
    return "http://127.0.0.1:" + port();
  }

  @Override
  public void close() throws InterruptedException {
    server.shutdownNow().awaitTermination(30, TimeUnit.SECONDS);
  }

  private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }
}

package io.heliograph.contract.receiver;

import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.ApplicationProtocolConfig;
import io.grpc.netty.shaded.io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.grpc.netty.shaded.io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.grpc.netty.shaded.io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.grpc.netty.shaded.io.netty.handler.ssl.JdkSslContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** OTLP over gRPC behind a gate, without generated stubs. */
final class GrpcEndpoint implements AutoCloseable {

  private final TcpGate gate;
  private final Server server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(DaemonThreads.named("grpc"));

  GrpcEndpoint(int port, @Nullable ServerTls tls, Intake intake, Script script, Hold hold) {
    gate = new TcpGate(port);
    server = build(tls, intake, script, hold);
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen on 127.0.0.1", e);
    }
    gate.forwardTo(server.getPort());
  }

  TcpGate gate() {
    return gate;
  }

  @Override
  public void close() {
    gate.close();
    server.shutdownNow();
    threads.shutdownNow();
  }

  private Server build(@Nullable ServerTls tls, Intake intake, Script script, Hold hold) {
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .executor(threads)
            .maxInboundMessageSize(Integer.MAX_VALUE);
    if (tls != null) {
      builder.sslContext(nettyContext(tls));
    }
    for (Signal signal : Signal.values()) {
      builder.addService(service(signal, new GrpcExport(signal, intake, script, hold, gate)));
    }
    return builder.build();
  }

  private static ServerServiceDefinition service(Signal signal, GrpcExport handler) {
    MethodDescriptor<byte[], byte[]> method =
        MethodDescriptor.newBuilder(ByteMarshaller.INSTANCE, ByteMarshaller.INSTANCE)
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName(
                MethodDescriptor.generateFullMethodName(signal.grpcService(), "Export"))
            .build();
    return ServerServiceDefinition.builder(signal.grpcService()).addMethod(method, handler).build();
  }

  private static JdkSslContext nettyContext(ServerTls tls) {
    return new JdkSslContext(
        tls.context(),
        false,
        null,
        IdentityCipherSuiteFilter.INSTANCE,
        new ApplicationProtocolConfig(
            Protocol.ALPN,
            SelectorFailureBehavior.NO_ADVERTISE,
            SelectedListenerFailureBehavior.ACCEPT,
            "h2"),
        tls.clientCertificateRequired() ? ClientAuth.REQUIRE : ClientAuth.NONE,
        null,
        false);
  }
}

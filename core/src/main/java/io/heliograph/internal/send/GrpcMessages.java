package io.heliograph.internal.send;

import io.grpc.KnownLength;
import io.grpc.MethodDescriptor;
import io.heliograph.export.Payload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A unary method whose messages are bytes already, so that no generated class is needed. */
final class GrpcMessages {

  private GrpcMessages() {}

  static MethodDescriptor<Payload, byte[]> method(String fullName) {
    return MethodDescriptor.<Payload, byte[]>newBuilder()
        .setType(MethodDescriptor.MethodType.UNARY)
        .setFullMethodName(fullName)
        .setRequestMarshaller(new Requests())
        .setResponseMarshaller(new Responses())
        .build();
  }

  private static final class Requests implements MethodDescriptor.Marshaller<Payload> {
    @Override
    public InputStream stream(Payload payload) {
      return new PayloadStream(payload);
    }

    @Override
    public Payload parse(InputStream stream) {
      throw new UnsupportedOperationException("requests are only sent");
    }
  }

  private static final class Responses implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] bytes) {
      throw new UnsupportedOperationException("responses are only received");
    }

    /** The channel has bounded its size. */
    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  /** Tells its length, which spares gRPC a copy. */
  private static final class PayloadStream extends ByteArrayInputStream implements KnownLength {
    PayloadStream(Payload payload) {
      super(payload.bytes(), 0, payload.length());
    }
  }
}

package io.heliograph.contract.receiver;

import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The Export method of one signal. */
final class GrpcExport implements ServerCallHandler<byte[], byte[]> {

  private static final int ENDLESS_BYTES = 64 << 20;
  private static final Metadata.Key<byte[]> STATUS_DETAILS =
      Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

  private final Signal signal;
  private final Intake intake;
  private final Script script;
  private final Hold hold;
  private final TcpGate gate;

  GrpcExport(Signal signal, Intake intake, Script script, Hold hold, TcpGate gate) {
    this.signal = signal;
    this.intake = intake;
    this.script = script;
    this.hold = hold;
    this.gate = gate;
  }

  @Override
  public ServerCall.Listener<byte[]> startCall(ServerCall<byte[], byte[]> call, Metadata headers) {
    ScriptedResponse response = script.next();
    if (response.action() == ScriptedResponse.Action.RESET_MID_REQUEST) {
      gate.reset(clientPort(call));
    }
    // Two: a client that sends a second message to a unary method must not hang.
    call.request(2);
    return new ServerCall.Listener<>() {
      @Override
      public void onMessage(byte[] message) {
        answer(call, headers, message, response);
      }
    };
  }

  private void answer(
      ServerCall<byte[], byte[]> call,
      Metadata headers,
      byte[] message,
      ScriptedResponse response) {
    try {
      intake.take(head(headers, message.length), message, response);
    } catch (MalformedRequestException e) {
      call.close(
          Status.INVALID_ARGUMENT.withDescription("malformed, see the receiver"), new Metadata());
      return;
    } catch (RuntimeException e) {
      intake.violation("the receiver failed: " + e);
      call.close(Status.INTERNAL, new Metadata());
      return;
    }
    if (hold.pause(response.delay())) {
      act(call, response);
    }
  }

  private void act(ServerCall<byte[], byte[]> call, ScriptedResponse response) {
    switch (response.action()) {
      case ANSWER -> sendScripted(call, response);
      case NEVER_ANSWER -> hold.untilClosed();
      case CLOSE_BEFORE_ANSWER, RESET_MID_REQUEST -> gate.hangUp(clientPort(call));
      case ENDLESS_BODY -> send(call, new byte[ENDLESS_BYTES], new Metadata());
      case GARBAGE -> send(call, "\u0001garbage".getBytes(StandardCharsets.UTF_8), new Metadata());
    }
  }

  private void sendScripted(ServerCall<byte[], byte[]> call, ScriptedResponse response) {
    Metadata trailers = trailers(response);
    if (response.grpcStatus() != Status.Code.OK) {
      call.close(response.grpcStatus().toStatus().withDescription(response.message()), trailers);
    } else if (response.rejected() > 0) {
      byte[] partial = signal.partialSuccess(response.rejected(), response.message()).toByteArray();
      send(call, partial, trailers);
    } else {
      send(call, signal.success().toByteArray(), trailers);
    }
  }

  private static void send(ServerCall<byte[], byte[]> call, byte[] message, Metadata trailers) {
    call.sendHeaders(new Metadata());
    call.sendMessage(message);
    call.close(Status.OK, trailers);
  }

  private static Metadata trailers(ScriptedResponse response) {
    Metadata trailers = new Metadata();
    response.headers().forEach(header -> trailers.put(ascii(header.getKey()), header.getValue()));
    Duration retryDelay = response.retryInfo();
    if (retryDelay != null) {
      trailers.put(
          STATUS_DETAILS,
          RpcStatus.encode(response.grpcStatus().value(), response.message(), retryDelay));
    }
    return trailers;
  }

  private Intake.Head head(Metadata metadata, int size) {
    Map<String, List<String>> headers = headers(metadata);
    List<String> encoding = headers.getOrDefault("grpc-encoding", List.of("identity"));
    return new Intake.Head(
        Protocol.GRPC, signal, headers, "application/grpc", encoding.get(0), size);
  }

  private static Map<String, List<String>> headers(Metadata metadata) {
    Map<String, List<String>> headers = new TreeMap<>();
    for (String name : metadata.keys()) {
      Iterable<String> values =
          name.endsWith(Metadata.BINARY_HEADER_SUFFIX) ? null : metadata.getAll(ascii(name));
      if (values != null) {
        List<String> list = new ArrayList<>();
        values.forEach(list::add);
        headers.put(name, list);
      }
    }
    return headers;
  }

  private static Metadata.Key<String> ascii(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }

  private static int clientPort(ServerCall<?, ?> call) {
    Object address = call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
    return address instanceof InetSocketAddress socket ? socket.getPort() : -1;
  }
}

package io.heliograph.internal.send;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import io.heliograph.export.Payload;
import io.heliograph.export.SendResult;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One unary call. gRPC calls back one method at a time, and the last one exactly once. */
final class GrpcCall extends ClientCall.Listener<byte[]> {

  private final ClientCall<Payload, byte[]> call;
  private final GrpcAnswer answer;
  private final Runnable lost;
  private final Consumer<SendResult> done;
  private byte @Nullable [] message;
  private boolean answered;

  /**
   * @param lost is told before the result if there is no connection, or no longer
   */
  GrpcCall(
      ClientCall<Payload, byte[]> call,
      GrpcAnswer answer,
      Runnable lost,
      Consumer<SendResult> done) {
    this.call = call;
    this.answer = answer;
    this.lost = lost;
    this.done = done;
  }

  void start(Payload payload, Metadata headers) {
    call.start(this, headers);
    call.request(2); // A second message is an error that gRPC finds when it may read it.
    call.sendMessage(payload);
    call.halfClose();
  }

  @Override
  public void onHeaders(Metadata headers) {
    answered = true;
  }

  @Override
  public void onMessage(byte[] bytes) {
    message = bytes;
  }

  @Override
  public void onClose(Status status, Metadata trailers) {
    boolean heard = answered || !trailers.keys().isEmpty();
    if (!heard && status.getCode() == Status.Code.UNAVAILABLE) {
      lost.run();
    }
    done.accept(answer.read(status, trailers, message, heard));
  }
}

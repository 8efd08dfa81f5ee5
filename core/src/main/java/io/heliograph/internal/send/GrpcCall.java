package io.heliograph.internal.send;

import io.heliograph.export.Payload;
import io.heliograph.export.SendResult;
import io.heliograph.internal.http2.Http2Connection;
import io.heliograph.internal.http2.Http2Stream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One unary call, which ends exactly once: with its answer, without one, or at its deadline. */
final class GrpcCall {

  private final Http2Connection connection;
  private final GrpcAnswer answer;
  private final Consumer<SendResult> done;
  private final CompletableFuture<GrpcOutcome> outcome = new CompletableFuture<>();
  private final Http2Stream stream;

  GrpcCall(
      Http2Connection connection,
      GrpcRequest request,
      Payload payload,
      GrpcAnswer answer,
      int maxResponseBytes,
      Consumer<SendResult> done) {
    this.connection = connection;
    this.answer = answer;
    this.done = done;
    stream = request.stream(payload, new GrpcResponse(maxResponseBytes, outcome::complete));
  }

  /** Begins; false if the connection takes no calls any more, and then {@code done} is not told. */
  boolean start(Duration timeout) {
    if (!connection.start(stream)) {
      return false;
    }
    CompletableFuture<?> unused =
        outcome.orTimeout(timeout.toNanos(), TimeUnit.NANOSECONDS).whenComplete(this::end);
    return true;
  }

  /** The stream ends first: after the result the payload's bytes are no longer ours. */
  private void end(@Nullable GrpcOutcome answered, @Nullable Throwable thrown) {
    if (thrown instanceof TimeoutException) {
      connection.timedOut(stream);
    } else {
      connection.cancel(stream);
    }
    GrpcOutcome known =
        answered != null
            ? answered
            : GrpcOutcome.unanswered(GrpcCode.DEADLINE_EXCEEDED, "no answer in time");
    done.accept(answer.read(known, connection.mayBeProcessed(stream)));
  }
}

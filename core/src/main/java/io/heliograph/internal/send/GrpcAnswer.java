package io.heliograph.internal.send;

import io.heliograph.export.SendResult;
import io.heliograph.internal.otlp.ExportResponse;
import io.heliograph.internal.otlp.MalformedMessage;
import io.heliograph.internal.otlp.RpcStatus;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the end of a gRPC call means for a request.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#otlpgrpc-response">OTLP/gRPC response</a>
 */
final class GrpcAnswer {

  private static final Set<GrpcCode> RETRYABLE =
      EnumSet.of(
          GrpcCode.CANCELLED,
          GrpcCode.DEADLINE_EXCEEDED,
          GrpcCode.ABORTED,
          GrpcCode.OUT_OF_RANGE,
          GrpcCode.UNAVAILABLE,
          GrpcCode.DATA_LOSS);

  private final SenderSettings settings;

  GrpcAnswer(SenderSettings settings) {
    this.settings = settings;
  }

  /**
   * @param mayBeProcessed whether the receiver may have acted upon the request
   */
  SendResult read(GrpcOutcome outcome, boolean mayBeProcessed) {
    GrpcCode code = outcome.code();
    if (code == GrpcCode.OK) {
      return accepted(outcome.message());
    }
    Duration retryDelay = retryDelay(outcome.details());
    boolean throttled = code == GrpcCode.RESOURCE_EXHAUSTED && retryDelay != null;
    return throttled || RETRYABLE.contains(code)
        ? new SendResult.Retryable(
            reason(outcome), retryDelay, mayBeProcessed && isAmbiguous(outcome))
        : new SendResult.Refused(reason(outcome));
  }

  private SendResult accepted(byte @Nullable [] message) {
    try {
      ExportResponse response =
          message == null ? ExportResponse.FULL_SUCCESS : ExportResponse.protobuf(message);
      return new SendResult.Accepted(response.rejected(), settings.clean(response.message()));
    } catch (MalformedMessage garbage) {
      return HttpAnswer.acceptedGarbage(garbage);
    }
  }

  private String reason(GrpcOutcome outcome) {
    String text = settings.clean(outcome.description());
    return "gRPC " + outcome.code() + (text.isEmpty() ? "" : ": " + text);
  }

  /** The request may have been taken unless the receiver said no. */
  private static boolean isAmbiguous(GrpcOutcome outcome) {
    return !outcome.answered() || outcome.code() == GrpcCode.DEADLINE_EXCEEDED;
  }

  private static @Nullable Duration retryDelay(byte @Nullable [] details) {
    try {
      return details == null ? null : RpcStatus.protobuf(details).retryDelay();
    } catch (MalformedMessage garbage) {
      return null;
    }
  }
}

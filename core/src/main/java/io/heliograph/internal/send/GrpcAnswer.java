package io.heliograph.internal.send;

import io.grpc.Metadata;
import io.grpc.Status;
import io.heliograph.export.SendResult;
import io.heliograph.internal.otlp.ExportResponse;
import io.heliograph.internal.otlp.MalformedMessage;
import io.heliograph.internal.otlp.RpcStatus;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * What the end of a gRPC call means for a request.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#otlpgrpc-response">OTLP/gRPC response</a>
 */
final class GrpcAnswer {

  private static final Set<Status.Code> RETRYABLE =
      EnumSet.of(
          Status.Code.CANCELLED,
          Status.Code.DEADLINE_EXCEEDED,
          Status.Code.ABORTED,
          Status.Code.OUT_OF_RANGE,
          Status.Code.UNAVAILABLE,
          Status.Code.DATA_LOSS);

  private static final Metadata.Key<byte[]> DETAILS =
      Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

  private final SenderSettings settings;

  GrpcAnswer(SenderSettings settings) {
    this.settings = settings;
  }

  /**
   * @param message null if none came
   * @param answered whether the receiver has sent anything
   */
  SendResult read(Status status, Metadata trailers, byte @Nullable [] message, boolean answered) {
    if (status.isOk()) {
      return accepted(message);
    }
    String reason = reason(status);
    Duration retryDelay = retryDelay(trailers);
    boolean throttled = status.getCode() == Status.Code.RESOURCE_EXHAUSTED && retryDelay != null;
    return throttled || RETRYABLE.contains(status.getCode())
        ? new SendResult.Retryable(reason, retryDelay, isAmbiguous(status, answered))
        : new SendResult.Refused(reason);
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

  private String reason(Status status) {
    String description = status.getDescription() == null ? "" : status.getDescription();
    Throwable root = root(status.getCause());
    if (root != null) {
      description = description.lines().findFirst().orElse(""); // Netty's pipeline comes after it.
    }
    String cause = root == null ? "" : " (" + root.getMessage() + ")";
    String text = settings.clean(description + cause);
    return "gRPC " + status.getCode() + (text.isEmpty() ? "" : ": " + text);
  }

  /** The request may have been taken unless the receiver said no, or never got it. */
  private static boolean isAmbiguous(Status status, boolean answered) {
    return !neverSent(status.getCause())
        && (!answered || status.getCode() == Status.Code.DEADLINE_EXCEEDED);
  }

  private static boolean neverSent(@Nullable Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof UnknownHostException
          || cause instanceof SSLHandshakeException) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Throwable root(@Nullable Throwable thrown) {
    Throwable root = thrown;
    while (root != null && root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static @Nullable Duration retryDelay(Metadata trailers) {
    byte[] details = trailers.get(DETAILS);
    try {
      return details == null ? null : RpcStatus.protobuf(details).retryDelay();
    } catch (MalformedMessage garbage) {
      return null;
    }
  }
}

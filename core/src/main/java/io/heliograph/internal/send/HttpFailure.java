package io.heliograph.internal.send;

import io.heliograph.export.SendResult;
import io.heliograph.internal.net.ResponseTooLarge;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What it means for a request that no answer came. */
final class HttpFailure {

  private HttpFailure() {}

  /**
   * Reads what came instead of an answer.
   *
   * @param sent whether the receiver may have got some of the request
   */
  static SendResult read(Throwable thrown, boolean sent) {
    if (thrown instanceof ResponseTooLarge tooLarge) {
      return new SendResult.Refused(String.valueOf(tooLarge.getMessage()));
    }
    if (thrown instanceof TimeoutException) {
      return new SendResult.Retryable(
          sent ? "no answer in time" : "connecting timed out", null, sent);
    }
    return thrown instanceof IOException
        ? new SendResult.Retryable(reason(thrown, sent), null, sent)
        : new SendResult.Failed(thrown);
  }

  private static String reason(Throwable thrown, boolean sent) {
    if (sent) {
      return "connection lost: " + thrown.getMessage();
    }
    if (has(thrown, UnknownHostException.class)) {
      return "host name not found";
    }
    return has(thrown, ConnectException.class) || has(thrown, NoRouteToHostException.class)
        ? "connection refused or host unreachable"
        : String.valueOf(thrown.getMessage());
  }

  private static boolean has(@Nullable Throwable thrown, Class<? extends Throwable> type) {
    return thrown != null && (type.isInstance(thrown) || has(thrown.getCause(), type));
  }
}

package io.heliograph.internal.send;

import io.heliograph.export.SendResult;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** What it means for a request that no answer came. */
final class HttpFailure {

  private HttpFailure() {}

  static SendResult read(Throwable thrown) {
    Throwable cause = thrown;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (find(cause, ResponseTooLarge.class) instanceof ResponseTooLarge tooLarge) {
      return new SendResult.Refused(String.valueOf(tooLarge.getMessage()));
    }
    if (find(cause, SSLHandshakeException.class) instanceof SSLHandshakeException handshake) {
      return notSent("TLS handshake failed: " + handshake.getMessage());
    }
    if (cause instanceof HttpConnectTimeoutException) {
      return notSent("connecting timed out");
    }
    if (isUnresolved(cause)) {
      return notSent("host name not found");
    }
    if (find(cause, ConnectException.class) != null) {
      return notSent("connection refused or host unreachable");
    }
    if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
      return perhapsTaken("no answer in time");
    }
    return cause instanceof IOException
        ? perhapsTaken("connection lost: " + cause.getMessage())
        : new SendResult.Failed(cause);
  }

  private static boolean isUnresolved(Throwable thrown) {
    return find(thrown, UnresolvedAddressException.class) != null
        || find(thrown, UnknownHostException.class) != null;
  }

  private static @Nullable Throwable find(Throwable thrown, Class<?> type) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return cause;
      }
    }
    return null;
  }

  private static SendResult notSent(String reason) {
    return new SendResult.Retryable(reason, null, false);
  }

  private static SendResult perhapsTaken(String reason) {
    return new SendResult.Retryable(reason, null, true);
  }
}

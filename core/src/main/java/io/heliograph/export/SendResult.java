package io.heliograph.export;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A destination's answer to one request. */
public sealed interface SendResult {

  /**
   * The destination took the request.
   *
   * @param rejected items it took but rejected (partial success), usually 0
   * @param message its warning, empty if none
   */
  record Accepted(long rejected, String message) implements SendResult {}

  /**
   * It may succeed later.
   *
   * @param reason for the log: status and text, never a secret
   * @param retryAfter what the destination asks to wait, null if it does not say
   * @param ambiguous the request may have been taken although no answer came
   */
  record Retryable(String reason, @Nullable Duration retryAfter, boolean ambiguous)
      implements SendResult {}

  /** It will never succeed; the reason is for the log. */
  record Refused(String reason) implements SendResult {}

  /** The sender was closed before an answer came, or before the request was sent. */
  record Aborted() implements SendResult {}

  /** The sender itself failed; nothing is known of the destination. */
  record Failed(Throwable cause) implements SendResult {}
}

package io.heliograph.internal.send;

import io.heliograph.internal.diagnostics.DeliveryHistory;
import io.heliograph.internal.diagnostics.ThrottledLog;

/**
 * Tells an operator what goes wrong on the way to one destination, and what to do about it, in the
 * log and in the destination's history.
 *
 * <p>Texts from a receiver pass {@link ThrottledLog}, which keeps them on one line.
 */
public final class DeliveryLog {

  private final ThrottledLog log;
  private final DeliveryHistory history;
  private final String target;
  private final String endpointKey;
  private final String headersKey;

  /**
   * @param target the destination, without secrets
   * @param endpointKey the setting that names the destination
   * @param headersKey the setting that holds credentials
   */
  public DeliveryLog(
      ThrottledLog log,
      DeliveryHistory history,
      String target,
      String endpointKey,
      String headersKey) {
    this.log = log;
    this.history = history;
    this.target = target;
    this.endpointKey = endpointKey;
    this.headersKey = headersKey;
  }

  void retrying(String reason) {
    history.failed(reason);
    log.warn(
        "retry " + target,
        () ->
            "Heliograph: cannot deliver to %s (%s); will retry. Maybe nothing listens there, or it"
                    .formatted(target, reason)
                + " is overloaded: check the receiver and "
                + endpointKey,
        null);
  }

  void recovered() {
    log.info("recovered " + target, () -> "Heliograph: delivers to " + target + " again");
  }

  /** Retries have ended without success. */
  public void gaveUp(String reason, int items) {
    history.failed(reason);
    log.warn(
        "gave up " + target,
        () ->
            "Heliograph: gave up on %d items for %s (%s); they are lost. Check the receiver and %s"
                .formatted(items, target, reason, endpointKey),
        null);
  }

  /** The destination will never take the request. */
  public void refused(String reason, int items) {
    history.failed(reason);
    log.warn(
        "refused " + target,
        () ->
            "Heliograph: %s refused %d items (%s); they are lost. Maybe the URL, the protocol or the"
                    .formatted(target, items, reason)
                + " credentials are wrong: check "
                + endpointKey
                + " and "
                + headersKey,
        null);
  }

  /** The destination took a request and rejected some of its items. */
  public void rejected(long rejected, int items, String message) {
    history.failed("rejected %d of %d items: %s".formatted(rejected, items, message));
    log.warn(
        "rejected " + target,
        () ->
            "Heliograph: %s rejected %d of %d items: %s"
                .formatted(target, rejected, items, message),
        null);
  }

  /** The destination took everything and has something to say. */
  public void warning(String message) {
    log.warn("warning " + target, () -> "Heliograph: " + target + " warns: " + message, null);
  }

  /** Something on our side threw. */
  public void failed(Throwable thrown, int items) {
    history.failed("the exporter failed with " + thrown.getClass().getName());
    log.warn(
        "failed " + target,
        () -> "Heliograph: the exporter to %s failed; %d items are lost".formatted(target, items),
        thrown);
  }

  /** An item alone is over the largest request. */
  public void tooLarge() {
    history.failed("an item is larger than a whole request");
    log.warn(
        "too large " + target,
        () -> "Heliograph: dropped an item for " + target + " that is larger than a whole request",
        null);
  }
}

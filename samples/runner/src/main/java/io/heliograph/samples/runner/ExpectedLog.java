package io.heliograph.samples.runner;

import io.heliograph.contract.receiver.ReceivedLogRecord;

/**
 * A log line that the story calls for, below the span it is said in.
 *
 * @param text may hold {@code {order}}
 */
record ExpectedLog(String service, String severity, String text) {

  /**
   * Whether a log record is the one meant.
   *
   * @param order the id that the driver knows
   */
  boolean isMeant(ReceivedLogRecord log, String order) {
    return log.serviceName().equals(service)
        && log.severityText().equals(severity)
        && log.body().equals(text.replace("{order}", order));
  }

  @Override
  public String toString() {
    return service + " logs " + severity + " \"" + text + "\"";
  }
}

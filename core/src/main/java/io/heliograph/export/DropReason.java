package io.heliograph.export;

/** Why an item that the engine had accepted, or was offered, did not reach a destination. */
public enum DropReason {
  /** The destination's queue held its maximum count of items or bytes. */
  QUEUE_FULL,
  /** The item alone is larger than the largest request that may be sent. */
  TOO_LARGE,
  /** The receiver took the request and rejected the item (OTLP partial success). */
  REJECTED,
  /** The receiver refused the whole request with an answer that must not be retried. */
  REFUSED,
  /** Retries ran out of time. */
  RETRY_TIMEOUT,
  /** The exporter, an encoder or an extension inside it failed with an exception. */
  EXPORTER_FAILED,
  /** The item came, or was still waiting, when the shutdown deadline had passed. */
  SHUTDOWN
}

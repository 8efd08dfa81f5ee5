package io.heliograph.pipeline;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Makes trace and span ids as bits; the engine replaces a zero id by a random one. A root span that
 * is dropped has none made until somebody asks for them. Thread-safe.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/trace/sdk/#id-generators">Id
 *     generators</a>
 */
public interface IdGenerator {

  /** The first 64 bits of a new trace's id; called before {@link #traceIdLow} on one thread. */
  long traceIdHigh();

  /** The last 64 bits of a new trace's id. */
  long traceIdLow();

  /** A new span's id. */
  long spanId();

  /**
   * Whether at least the last 56 bits of trace ids are random, which sets the W3C random flag.
   * Asked once.
   *
   * @see <a href="https://www.w3.org/TR/trace-context-2/#random-trace-id-flag">Random flag</a>
   */
  default boolean randomTraceIds() {
    return false;
  }

  /** Ids from a per-thread generator: cheap, and not meant to be unguessable. */
  static IdGenerator random() {
    return RandomIds.INSTANCE;
  }

  /** Ids from {@link ThreadLocalRandom}. */
  enum RandomIds implements IdGenerator {
    INSTANCE;

    @Override
    public long traceIdHigh() {
      return ThreadLocalRandom.current().nextLong();
    }

    @Override
    public long traceIdLow() {
      return ThreadLocalRandom.current().nextLong();
    }

    @Override
    public long spanId() {
      return ThreadLocalRandom.current().nextLong();
    }

    @Override
    public boolean randomTraceIds() {
      return true;
    }
  }
}

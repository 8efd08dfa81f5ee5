package io.heliograph.internal.trace;

import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.pipeline.IdGenerator;

/** An id generator that never throws and never answers zero, whatever the one behind it does. */
final class SafeIds {

  /** Whether {@link IdGenerator#randomTraceIds}, which is asked once. */
  final boolean randomTraceIds;

  private final IdGenerator generator;
  private final Faults faults;

  SafeIds(IdGenerator generator, Faults faults) {
    this.generator = generator;
    this.faults = faults;
    this.randomTraceIds = saysItIsRandom();
  }

  /** May be zero, as long as {@link #traceIdLow} is not. */
  long traceIdHigh() {
    try {
      return generator.traceIdHigh();
    } catch (Throwable thrown) {
      return random(thrown);
    }
  }

  long traceIdLow() {
    try {
      return orRandom(generator.traceIdLow());
    } catch (Throwable thrown) {
      return random(thrown);
    }
  }

  long spanId() {
    try {
      return orRandom(generator.spanId());
    } catch (Throwable thrown) {
      return random(thrown);
    }
  }

  private boolean saysItIsRandom() {
    try {
      return generator.randomTraceIds();
    } catch (Throwable thrown) {
      faults.report("id generator", thrown);
      return false;
    }
  }

  private long random(Throwable thrown) {
    faults.report("id generator", thrown);
    return orRandom(0);
  }

  private static long orRandom(long id) {
    return id == 0 ? IdGenerator.random().spanId() | 1 : id;
  }
}

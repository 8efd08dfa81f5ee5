package io.heliograph.internal.trace;

import io.heliograph.internal.context.EngineSpanContext;
import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.pipeline.IdGenerator;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import org.jspecify.annotations.Nullable;

/**
 * The ids of one new span.
 *
 * @param traceIdHex the hex form if it is known already, as it is below a remote parent
 */
record Ids(long traceIdHigh, long traceIdLow, @Nullable String traceIdHex, long spanId) {

  private static final int HEX_PER_LONG = 16;

  /** A new trace. */
  static Ids root(IdGenerator generator, Faults faults) {
    try {
      long high = generator.traceIdHigh();
      long low = generator.traceIdLow();
      return new Ids(high, (high | low) == 0 ? random() : low, null, spanId(generator, faults));
    } catch (Throwable thrown) {
      faults.report("id generator", thrown);
      return new Ids(random(), random(), null, random());
    }
  }

  /** A new span in the parent's trace. */
  static Ids child(SpanContext parent, IdGenerator generator, Faults faults) {
    long spanId = spanId(generator, faults);
    if (parent instanceof EngineSpanContext local) {
      return new Ids(local.traceIdHigh(), local.traceIdLow(), null, spanId);
    }
    String hex = parent.getTraceId();
    long high = Long.parseUnsignedLong(hex, 0, HEX_PER_LONG, 16);
    long low = Long.parseUnsignedLong(hex, HEX_PER_LONG, 2 * HEX_PER_LONG, 16);
    return new Ids(high, low, hex, spanId);
  }

  EngineSpanContext toContext(TraceFlags flags, TraceState traceState) {
    return new EngineSpanContext(traceIdHigh, traceIdLow, traceIdHex, spanId, flags, traceState);
  }

  private static long spanId(IdGenerator generator, Faults faults) {
    try {
      long id = generator.spanId();
      return id == 0 ? random() : id;
    } catch (Throwable thrown) {
      faults.report("id generator", thrown);
      return random();
    }
  }

  /** Random and not zero. */
  private static long random() {
    return IdGenerator.random().spanId() | 1;
  }
}

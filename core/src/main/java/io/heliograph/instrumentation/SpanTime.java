package io.heliograph.instrumentation;

import io.heliograph.export.ReadableSpan;
import io.opentelemetry.api.trace.Span;
import java.util.concurrent.TimeUnit;

/**
 * How long an operation took. A span of Heliograph that records has read the clock at both ends
 * already and is asked; only where there is none, or one of another OpenTelemetry, is the clock
 * read here.
 */
final class SpanTime {

  private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  private SpanTime() {}

  /** When an operation starts, 0 if its span knows. */
  static long start(Span span) {
    return span instanceof ReadableSpan ? 0 : System.nanoTime();
  }

  /**
   * The seconds from its start to now, or to the span's end.
   *
   * @param span that has ended
   */
  static double seconds(Span span, long start) {
    long nanos =
        span instanceof ReadableSpan ended
            ? ended.endEpochNanos() - ended.startEpochNanos()
            : System.nanoTime() - start;
    return nanos / NANOS_PER_SECOND;
  }
}

package io.heliograph.benchmarks;

import brave.Tracer;
import brave.Tracing;
import brave.handler.MutableSpan;
import brave.handler.SpanHandler;
import brave.propagation.TraceContext;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;

/** The same work by those who have an API of their own. */
final class PeerWork {

  private static final String[] TAGS = {
    "method", "GET", "route", "/orders/{id}", "scheme", "https", "status", "200"
  };

  private PeerWork() {}

  /** A root span, handed to a handler that does nothing. */
  static final class BraveRoot implements Work {

    private final Tracing tracing =
        Tracing.newBuilder()
            .addSpanHandler(
                new SpanHandler() {
                  @Override
                  public boolean end(TraceContext context, MutableSpan span, Cause cause) {
                    return true;
                  }
                })
            .build();

    private final Tracer tracer = tracing.tracer();

    @Override
    public Object run() {
      brave.Span span = tracer.newTrace().name("work").start();
      span.finish();
      return span;
    }

    @Override
    public void close() {
      tracing.close();
    }
  }

  static final class MicrometerCounter implements Work {

    private final Counter counter = new SimpleMeterRegistry().counter("orders", TAGS);

    @Override
    public Object run() {
      counter.increment();
      return counter;
    }
  }

  /** A timer with as many buckets as OpenTelemetry's default histogram. */
  static final class MicrometerTimer implements Work {

    private final Durations durations = new Durations();
    private final Timer timer =
        Timer.builder("duration")
            .tags(TAGS)
            .serviceLevelObjectives(
                DoubleStream.of(
                        5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10000)
                    .mapToObj(millis -> Duration.ofMillis((long) millis))
                    .toArray(Duration[]::new))
            .register(new SimpleMeterRegistry());

    @Override
    public Object run() {
      timer.record((long) durations.next(), TimeUnit.MILLISECONDS);
      return timer;
    }
  }
}

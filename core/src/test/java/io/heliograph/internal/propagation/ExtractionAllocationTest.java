package io.heliograph.internal.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** CVE-2026-45292 and its siblings: what a stranger sends must not decide what we allocate. */
class ExtractionAllocationTest {

  private static final long LIMIT = 32 * 1024;
  private static final int WARM_UP = 20;

  private static final TextMapSetter<HostileCarriers.Carrier> IGNORE = (carrier, name, value) -> {};
  private static final TextMapPropagator[][] PAIRS = {
    {new TraceContextPropagator(), W3CTraceContextPropagator.getInstance()},
    {new BaggagePropagator(), W3CBaggagePropagator.getInstance()},
  };

  private final HostileCarriers.Getter getter = new HostileCarriers.Getter();

  @ParameterizedTest
  @MethodSource("io.heliograph.internal.propagation.HostileCarriers#all")
  void allocatesAtMost32KiB(TextMapPropagator propagator, HostileCarriers.Carrier carrier) {
    long allocated = allocated(() -> propagator.extract(Context.root(), carrier, getter));

    assertThat(allocated).isLessThanOrEqualTo(LIMIT);
  }

  // What a sender may rightfully send is bounded too, by what 8 KiB can become as strings.
  @ParameterizedTest
  @MethodSource("io.heliograph.internal.propagation.HostileCarriers#fullBaggage")
  void allocatesAtMost64KiBForAFullBaggage(
      TextMapPropagator propagator, HostileCarriers.Carrier carrier) {
    long allocated = allocated(() -> propagator.extract(Context.root(), carrier, getter));

    assertThat(allocated).isLessThanOrEqualTo(2 * LIMIT);
  }

  @Test
  void allocatesLessThanTheApiForAnOrdinaryRequest() {
    HostileCarriers.Carrier request = HostileCarriers.ordinaryRequest();

    for (TextMapPropagator[] pair : PAIRS) {
      long ours = allocated(() -> pair[0].extract(Context.root(), request, getter));
      long theirs = allocated(() -> pair[1].extract(Context.root(), request, getter));
      assertThat(ours).isLessThan(theirs);

      Context context = pair[1].extract(Context.root(), request, getter);
      Context ownContext = pair[0].extract(Context.root(), request, getter);
      long injected = allocated(() -> pair[0].inject(ownContext, request, IGNORE));
      long injectedByApi = allocated(() -> pair[1].inject(context, request, IGNORE));
      assertThat(injected).isLessThan(injectedByApi);
    }
  }

  @Test
  void seesAnAllocationAboveTheLimit() {
    byte[][] kept = new byte[1][];

    assertThat(allocated(() -> kept[0] = new byte[(int) LIMIT])).isGreaterThan(LIMIT);
  }

  private static long allocated(Runnable extraction) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < WARM_UP; i++) {
      long before = threads.getThreadAllocatedBytes(id);
      extraction.run();
      least = Math.min(least, threads.getThreadAllocatedBytes(id) - before);
    }
    return least;
  }
}

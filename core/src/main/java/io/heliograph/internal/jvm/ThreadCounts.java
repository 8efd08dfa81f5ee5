package io.heliograph.internal.jvm;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** {@code jvm.thread.count}: platform threads by state. */
public final class ThreadCounts {

  private static final AttributeKey<Boolean> DAEMON = AttributeKey.booleanKey("jvm.thread.daemon");
  private static final AttributeKey<String> STATE = AttributeKey.stringKey("jvm.thread.state");

  private ThreadCounts() {}

  public static void register(JvmInstruments instruments) {
    ObservableLongMeasurement count =
        instruments.upDownCounter(
            "jvm.thread.count", "{thread}", "Number of executing platform threads.");
    instruments.observe(
        () -> counts(ManagementFactory.getThreadMXBean()).forEach((a, n) -> count.record(n, a)),
        count);
  }

  private static Map<Attributes, Long> counts(ThreadMXBean threads) {
    Map<Attributes, Long> counts = new HashMap<>();
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      // Null where the thread ended between the two calls.
      if (thread != null) {
        counts.merge(attributes(thread), 1L, Long::sum);
      }
    }
    return counts;
  }

  private static Attributes attributes(ThreadInfo thread) {
    String state = thread.getThreadState().name().toLowerCase(Locale.ROOT);
    return Attributes.of(DAEMON, thread.isDaemon(), STATE, state);
  }
}

package io.heliograph.internal.metrics;

import io.heliograph.internal.diagnostics.ThrottledLog;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The bound of one stream's series, and the one log line about it.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/metrics/sdk/#cardinality-limits">Cardinality
 *     limits</a>
 */
final class Cardinality {

  /** The attributes of the series that takes what finds no place of its own. */
  static final Attributes OVERFLOW =
      Attributes.of(AttributeKey.booleanKey("otel.metric.overflow"), true);

  private final StreamSpec stream;
  private final ThrottledLog log;
  private final AtomicBoolean told = new AtomicBoolean();

  Cardinality(StreamSpec stream, ThrottledLog log) {
    this.stream = stream;
    this.log = log;
  }

  /** Whether there is no place for one more beside the overflow series. */
  boolean reachedBy(int series) {
    return series >= stream.cardinalityLimit() - 1;
  }

  /** Names the instrument and its attribute with the most values, once. */
  void tell(Iterable<Attributes> series) {
    if (told.compareAndSet(false, true)) {
      log.warn(
          "cardinality of " + stream.name(),
          () ->
              "Heliograph: metric '"
                  + stream.name()
                  + "' of meter '"
                  + stream.scope().name()
                  + "' has reached its limit of "
                  + stream.cardinalityLimit()
                  + " attribute sets; more are counted together as otel.metric.overflow."
                  + " The attribute with the most values is '"
                  + busiestKey(series)
                  + "'",
          null);
    }
  }

  private static String busiestKey(Iterable<Attributes> series) {
    Map<String, Set<Object>> values = new HashMap<>();
    for (Attributes attributes : series) {
      attributes.forEach(
          (key, value) -> values.computeIfAbsent(key.getKey(), name -> new HashSet<>()).add(value));
    }
    return values.entrySet().stream()
        .max(Map.Entry.comparingByValue((left, right) -> left.size() - right.size()))
        .map(Map.Entry::getKey)
        .orElse("");
  }
}

package io.heliograph;

import io.heliograph.config.EffectiveSetting;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a health indicator or a management endpoint shows of an engine, at one moment. Nothing
 * in it is secret. Immutable.
 *
 * @param health of all destinations together; an engine that is off or sends nothing is healthy
 * @param engine what the engine is, in words: {@code version}, {@code service}, {@code sampler},
 *     {@code propagators} and so on, in reading order
 * @param coverage what is instrumented
 * @param destinations in the order of {@link Heliograph#destinations()}
 * @param faults how often an extension failed and was skipped, by component
 * @param settings with their origins, secrets masked
 */
public record Diagnostics(
    Health health,
    Map<String, String> engine,
    Coverage coverage,
    List<DestinationDiagnostics> destinations,
    Map<String, Long> faults,
    List<EffectiveSetting> settings) {

  /** Copies the collections and keeps their order. */
  public Diagnostics {
    engine = ordered(engine);
    destinations = List.copyOf(destinations);
    faults = ordered(faults);
    settings = List.copyOf(settings);
  }

  /**
   * The same for a management endpoint, in reading order: maps with texts as keys, lists, texts,
   * numbers and truth values. Times are written as ISO 8601 says, and what never happened is left
   * out.
   */
  public Map<String, Object> toMap() {
    return DiagnosticsMap.of(this);
  }

  /**
   * What a framework told {@link StartUp}.
   *
   * @param instrumented what, and by which technique
   * @param notInstrumented what, and why not
   * @param owners which measurement, and who makes it
   */
  public record Coverage(
      Map<String, String> instrumented,
      Map<String, String> notInstrumented,
      Map<String, String> owners) {

    /** Copies the maps and keeps their order. */
    public Coverage {
      instrumented = ordered(instrumented);
      notInstrumented = ordered(notInstrumented);
      owners = ordered(owners);
    }
  }

  private static <V> Map<String, V> ordered(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}

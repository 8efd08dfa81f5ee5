package io.heliograph.config;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one source holds for one setting, before parsing.
 *
 * @param key as written
 * @param text the value under the key itself; empty when only indexed or sub keys are there
 * @param items the values of the indexed keys, in the order of their index
 * @param entries the values of the sub keys
 */
record RawValue(
    String key,
    String text,
    List<String> items,
    Map<String, String> entries,
    String origin,
    Rank rank) {

  static RawValue ofText(String text) {
    return new RawValue("", text, List.of(), Map.of(), "", Rank.OURS);
  }

  /** All of it in one line, secrets included. */
  String display() {
    Stream<String> pairs = entries.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue());
    return Stream.of(Stream.of(text), items.stream(), pairs)
        .flatMap(parts -> parts)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(","));
  }

  @Override
  public String toString() {
    return "RawValue[key=" + key + ", origin=" + origin + "]";
  }
}

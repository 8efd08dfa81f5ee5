package io.heliograph.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    List<String> parts = new ArrayList<>(items);
    parts.add(0, text);
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      parts.add(entry.getKey() + "=" + entry.getValue());
    }
    parts.removeAll(List.of(""));
    return String.join(",", parts);
  }

  @Override
  public String toString() {
    return "RawValue[key=" + key + ", origin=" + origin + "]";
  }
}

package io.heliograph.internal.scrape;

import io.heliograph.internal.otlp.ValueText;
import io.opentelemetry.api.common.Attributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Labels by name, of keys that may become the same name: their values are joined by semicolons. */
final class LabelSet {

  /** The label that is a histogram's own; Prometheus renames a label in its way like this too. */
  private static final String BUCKET = "le";

  private record Entry(String key, String name, String value) {}

  private final List<Entry> entries = new ArrayList<>();

  LabelSet addAll(Attributes attributes) {
    attributes.forEach((key, value) -> add(key.getKey(), ValueText.of(value)));
    return this;
  }

  LabelSet addAll(LabelSet others) {
    entries.addAll(others.entries);
    return this;
  }

  /** An empty value is the same as no label. */
  void add(String key, String value) {
    String name = Names.label(key);
    if (!value.isEmpty() && !name.isEmpty()) {
      entries.add(new Entry(key, name.equals(BUCKET) ? "exported_" + BUCKET : name, value));
    }
  }

  /** In the order of the original keys, as the values of one name have to be. */
  Map<String, String> merged() {
    entries.sort(Comparator.comparing(Entry::key));
    Map<String, String> merged = new LinkedHashMap<>();
    entries.forEach(entry -> merged.merge(entry.name, entry.value, (a, b) -> a + ";" + b));
    return merged;
  }

  /** {@code a="1",b="2"} */
  String text() {
    return text(merged());
  }

  static String text(Map<String, String> labels) {
    StringBuilder text = new StringBuilder();
    labels.forEach(
        (name, value) -> {
          text.append(text.isEmpty() ? "" : ",").append(name).append("=\"");
          Escapes.quoted(value, text);
          text.append('"');
        });
    return text.toString();
  }
}

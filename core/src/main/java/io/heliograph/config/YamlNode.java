package io.heliograph.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node of a YAML document, whichever library read it.
 *
 * @param text of a scalar, null otherwise
 * @param entries of a mapping, null otherwise
 * @param items of a sequence, null otherwise
 * @param line counted from one
 */
record YamlNode(
    @Nullable String text,
    @Nullable Map<String, YamlNode> entries,
    @Nullable List<YamlNode> items,
    int line) {

  static YamlNode scalar(String text, int line) {
    return new YamlNode(text, null, null, line);
  }

  static YamlNode mapping(Map<String, YamlNode> entries, int line) {
    return new YamlNode(null, entries, null, line);
  }

  static YamlNode sequence(List<YamlNode> items, int line) {
    return new YamlNode(null, null, items, line);
  }

  /** Leaves the texts out, which may be secrets. */
  @Override
  public String toString() {
    return "YamlNode[line=" + line + "]";
  }
}

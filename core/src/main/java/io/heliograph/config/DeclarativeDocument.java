package io.heliograph.config;

import io.heliograph.config.ConfigurationException.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks the nodes of one declarative configuration and collects what they translate to. */
final class DeclarativeDocument {
  private final String file;
  private final Substitution substitution;
  private final Findings findings;
  private final List<Property> properties = new ArrayList<>();

  DeclarativeDocument(String file, Substitution substitution, Findings findings) {
    this.file = file;
    this.substitution = substitution;
    this.findings = findings;
  }

  /** Takes the node at one path of a table. */
  @FunctionalInterface
  interface Handler {
    void handle(YamlNode node, String path);
  }

  List<Property> properties() {
    return properties;
  }

  /** Emits a property unless the value is empty, which means that the default applies. */
  void put(String key, String value, YamlNode node) {
    if (!value.isBlank()) {
      properties.add(new Property(key, value, origin(node)));
    }
  }

  /** The handler that writes a scalar under the key. */
  Handler to(String key) {
    return (node, path) -> put(key, text(node, path), node);
  }

  /**
   * Gives each node below to the handler of its path.
   *
   * @param table dotted paths, relative to the node
   */
  void walk(YamlNode node, String path, Map<String, Handler> table) {
    walk(node, path, "", table);
  }

  private void walk(YamlNode node, String path, String below, Map<String, Handler> table) {
    for (Map.Entry<String, YamlNode> entry : entries(node, path).entrySet()) {
      String relative = below + entry.getKey();
      String absolute = join(path, entry.getKey());
      Handler handler = table.get(relative);
      if (handler != null) {
        handler.handle(entry.getValue(), absolute);
      } else if (table.keySet().stream().anyMatch(key -> key.startsWith(relative + "."))) {
        walk(entry.getValue(), absolute, relative + ".", table);
      } else {
        unsupported(entry.getValue(), absolute);
      }
    }
  }

  /** The text of a scalar after substitution; empty for null. */
  String text(YamlNode node, String path) {
    String text = node.text();
    if (text == null) {
      reject(node, path, "a single value");
      return "";
    }
    try {
      String substituted = substitution.apply(text);
      return substituted.equals("null") || substituted.equals("~") ? "" : substituted;
    } catch (BadValue e) {
      reject(node, path, "a value with references such as ${NAME} or ${NAME:-default}");
      return "";
    }
  }

  /** The entries of a mapping; none for null. */
  Map<String, YamlNode> entries(YamlNode node, String path) {
    Map<String, YamlNode> entries = node.entries();
    if (entries == null && isPresent(node)) {
      reject(node, path, "a mapping");
    }
    return entries == null ? Map.of() : entries;
  }

  /** The items of a sequence; none for null. */
  List<YamlNode> items(YamlNode node, String path) {
    List<YamlNode> items = node.items();
    if (items == null && isPresent(node)) {
      reject(node, path, "a list");
    }
    return items == null ? List.of() : items;
  }

  /** Writes a list of names with values as sub keys of the key. */
  void nameAndValue(YamlNode node, String path, String key, Set<String> known) {
    for (YamlNode item : items(node, path)) {
      Map<String, YamlNode> entries = entries(item, path);
      entries.entrySet().stream()
          .filter(entry -> !known.contains(entry.getKey()))
          .forEach(entry -> unsupported(entry.getValue(), join(path, entry.getKey())));
      YamlNode name = entries.get("name");
      YamlNode value = entries.get("value");
      if (name == null || value == null) {
        reject(item, path, "a list in which each item has name and value");
      } else {
        String subKey = key + "." + text(name, path + ".name");
        put(subKey, text(value, path + ".value"), value);
      }
    }
  }

  void unsupported(YamlNode node, String path) {
    reject(node, path, "left out: this node is not supported");
  }

  /** Quotes no value, which may be a secret. */
  void reject(YamlNode node, String path, String allowed) {
    findings.problem(new Problem(path, "", allowed, origin(node), null));
  }

  void notice(String notice, YamlNode node) {
    findings.notice(notice + " (from " + origin(node) + ")");
  }

  static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private String origin(YamlNode node) {
    return file + ":" + node.line();
  }

  private static boolean isPresent(YamlNode node) {
    String text = node.text();
    return text == null || !(text.isBlank() || text.equals("null") || text.equals("~"));
  }
}

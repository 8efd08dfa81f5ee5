package io.heliograph.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Translates the sampler of a declarative configuration. */
final class DeclarativeSampler {
  private static final Map<String, String> NAMES =
      Map.of(
          "always_on", "always_on",
          "always_off", "always_off",
          "trace_id_ratio_based", "traceidratio");

  /** What a parent-based sampler does with each kind of parent; nothing else is supported. */
  private static final Map<String, String> DELEGATES =
      Map.of(
          "remote_parent_sampled", "always_on",
          "remote_parent_not_sampled", "always_off",
          "local_parent_sampled", "always_on",
          "local_parent_not_sampled", "always_off");

  private final DeclarativeDocument document;

  DeclarativeSampler(DeclarativeDocument document) {
    this.document = document;
  }

  void handle(YamlNode node, String path) {
    for (Map.Entry<String, YamlNode> entry : document.entries(node, path).entrySet()) {
      String below = path + "." + entry.getKey();
      if (entry.getKey().equals("parent_based")) {
        parentBased(entry.getValue(), below);
      } else {
        put("", entry.getKey(), entry.getValue(), below);
      }
    }
  }

  private void parentBased(YamlNode node, String path) {
    Map<String, YamlNode> entries = document.entries(node, path);
    entries.forEach((name, child) -> checkDelegate(name, child, path + "." + name));
    YamlNode root = entries.get("root");
    Map<String, YamlNode> sampler = root == null ? Map.of() : document.entries(root, path);
    if (sampler.isEmpty()) {
      put("parentbased_", "always_on", node, path);
    }
    sampler.forEach((name, child) -> put("parentbased_", name, child, path + ".root." + name));
  }

  private void put(String prefix, String sampler, YamlNode node, String path) {
    String name = NAMES.get(sampler);
    if (name == null) {
      document.unsupported(node, path);
      return;
    }
    document.put(TraceSettings.SAMPLER.key(), prefix + name, node);
    if (name.equals("traceidratio")) {
      ratio(node, path);
    }
  }

  private void ratio(YamlNode node, String path) {
    document.put(TraceSettings.SAMPLER_ARG.key(), "1.0", node);
    document.walk(node, path, Map.of("ratio", document.to(TraceSettings.SAMPLER_ARG.key())));
  }

  private void checkDelegate(String name, YamlNode node, String path) {
    @Nullable String only = DELEGATES.get(name);
    boolean fits = document.entries(node, path).keySet().stream().allMatch(s -> s.equals(only));
    if (!name.equals("root") && !fits) {
      document.unsupported(node, path);
    }
  }
}

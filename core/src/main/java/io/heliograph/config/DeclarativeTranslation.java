package io.heliograph.config;

import io.heliograph.config.DeclarativeDocument.Handler;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The supported part of the declarative configuration schema 1.0, node by node, in our keys. Each
 * signal goes to one destination a processor, named {@code traces-processor-1} and so on.
 */
final class DeclarativeTranslation {
  private static final Set<String> ATTRIBUTE = Set.of("name", "value", "type");
  private static final String LIMITS = "tracer_provider.limits.";
  private static final String LOG_LIMITS = "logger_provider.limits.";
  private static final String METERS = "meter_provider.";

  private final DeclarativeDocument document;
  private final Set<String> propagators = new LinkedHashSet<>();
  private boolean scraped;

  DeclarativeTranslation(DeclarativeDocument document) {
    this.document = document;
  }

  void translate(YamlNode root) {
    if (!document.entries(root, "").containsKey("file_format")) {
      document.reject(root, "file_format", "1.0");
    }
    document.walk(root, "", table());
    // The schema: what is left out is off, other than with environment variables.
    String names = propagators.isEmpty() ? ExportSettings.NONE : String.join(",", propagators);
    document.put(EngineSettings.PROPAGATORS.key(), names, root);
    document.put(ExportSettings.TRACES_EXPORTER.key(), ExportSettings.NONE, root);
    document.put(
        ExportSettings.METRICS_EXPORTER.key(),
        scraped ? ExportSettings.PROMETHEUS : ExportSettings.NONE,
        root);
    document.put(ExportSettings.LOGS_EXPORTER.key(), ExportSettings.NONE, root);
  }

  private Map<String, Handler> table() {
    Map<String, Handler> table = new LinkedHashMap<>();
    table.put("file_format", this::fileFormat);
    table.put("disabled", to(EngineSettings.SDK_DISABLED));
    table.put("log_level", to(EngineSettings.LOG_LEVEL));
    table.put("resource.attributes", this::resourceAttributes);
    table.put("resource.attributes_list", to(ResourceSettings.ATTRIBUTES));
    table.put("propagator.composite", this::propagators);
    table.put("propagator.composite_list", this::propagatorList);
    table.put("attribute_limits.attribute_count_limit", to(LimitSettings.ATTRIBUTE_COUNT));
    table.put(
        "attribute_limits.attribute_value_length_limit", to(LimitSettings.ATTRIBUTE_VALUE_LENGTH));
    table.put(LIMITS + "attribute_count_limit", to(LimitSettings.SPAN_ATTRIBUTE_COUNT));
    table.put(
        LIMITS + "attribute_value_length_limit", to(LimitSettings.SPAN_ATTRIBUTE_VALUE_LENGTH));
    table.put(LIMITS + "event_count_limit", to(LimitSettings.SPAN_EVENT_COUNT));
    table.put(LIMITS + "link_count_limit", to(LimitSettings.SPAN_LINK_COUNT));
    table.put(LIMITS + "event_attribute_count_limit", to(LimitSettings.EVENT_ATTRIBUTE_COUNT));
    table.put(LIMITS + "link_attribute_count_limit", to(LimitSettings.LINK_ATTRIBUTE_COUNT));
    table.put("tracer_provider.sampler", new DeclarativeSampler(document)::handle);
    table.put("tracer_provider.processors", processors(Signal.TRACES));
    table.put(LOG_LIMITS + "attribute_count_limit", to(LimitSettings.LOG_RECORD_ATTRIBUTE_COUNT));
    table.put(
        LOG_LIMITS + "attribute_value_length_limit",
        to(LimitSettings.LOG_RECORD_ATTRIBUTE_VALUE_LENGTH));
    table.put("logger_provider.processors", processors(Signal.LOGS));
    table.put(METERS + "readers", processors(Signal.METRICS));
    table.put(METERS + "exemplar_filter", to(MetricSettings.EXEMPLAR_FILTER));
    table.put(METERS + "views", this::views);
    return table;
  }

  private Handler to(Setting<?> setting) {
    return document.to(setting.key());
  }

  private void fileFormat(YamlNode node, String path) {
    if (!document.text(node, path).matches("1\\.\\d+")) {
      document.reject(node, path, "1.0");
    }
  }

  private void resourceAttributes(YamlNode node, String path) {
    for (YamlNode item : document.items(node, path)) {
      Map<String, YamlNode> attribute = document.entries(item, path);
      YamlNode type = attribute.get("type");
      if (type != null && !List.of("", "string").contains(document.text(type, path))) {
        document.reject(type, path + ".type", "string, the one type that is supported");
      }
    }
    document.nameAndValue(node, path, ResourceSettings.ATTRIBUTES.key(), ATTRIBUTE);
  }

  private void propagators(YamlNode node, String path) {
    for (YamlNode item : document.items(node, path)) {
      propagators.addAll(document.entries(item, path).keySet());
    }
  }

  private void propagatorList(YamlNode node, String path) {
    for (String name : document.text(node, path).split(",", -1)) {
      if (!name.isBlank()) {
        propagators.add(name.trim());
      }
    }
  }

  private Handler processors(Signal signal) {
    return (node, path) -> {
      int number = 0;
      for (YamlNode item : document.items(node, path)) {
        String at = path + "[" + number + "]";
        number++;
        String name = signal + "-processor-" + number;
        if (signal == Signal.METRICS && document.entries(item, at).containsKey("pull")) {
          document.walk(item, at, Map.of("pull.exporter.prometheus/development", this::scraped));
        } else {
          new DeclarativeProcessor(document, signal, name).translate(item, at);
        }
      }
    };
  }

  /** Host and port are the framework's. */
  private void scraped(YamlNode node, String path) {
    scraped = true;
    document.walk(
        node, path, Map.of("scope_info_enabled", to(ExportSettings.PROMETHEUS_SCOPE_LABELS)));
  }

  private void views(YamlNode node, String path) {
    document.notice(path + " has no effect: add views to the engine's builder.", node);
  }
}

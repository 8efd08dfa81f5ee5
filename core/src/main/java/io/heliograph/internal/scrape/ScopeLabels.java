package io.heliograph.internal.scrape;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.internal.otlp.ValueText;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The labels that say which library a sample comes from. */
final class ScopeLabels {

  private static final String PREFIX = "otel_scope_";
  private static final String NAME = PREFIX + "name";
  private static final String VERSION = PREFIX + "version";
  private static final String SCHEMA_URL = PREFIX + "schema_url";
  private static final Set<String> RESERVED = Set.of(NAME, VERSION, SCHEMA_URL);

  private ScopeLabels() {}

  static LabelSet of(InstrumentationScope scope) {
    LabelSet labels = new LabelSet();
    labels.add(NAME, scope.name());
    labels.add(VERSION, orEmpty(scope.version()));
    labels.add(SCHEMA_URL, orEmpty(scope.schemaUrl()));
    scope
        .attributes()
        .forEach(
            (key, value) -> {
              String label = PREFIX + key.getKey();
              if (!RESERVED.contains(Names.label(label))) {
                labels.add(label, ValueText.of(value));
              }
            });
    return labels;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}

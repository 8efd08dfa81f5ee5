package io.heliograph.internal.pipeline;

import io.heliograph.export.InstrumentationScope;
import io.opentelemetry.api.common.Attributes;
import org.jspecify.annotations.Nullable;

/** Collects a scope, for every signal's builder. Not thread-safe. */
public final class ScopeBuilder {

  private final String name;
  private @Nullable String version;
  private @Nullable String schemaUrl;
  private Attributes attributes = Attributes.empty();

  /** A missing name becomes the empty one, as the specification asks of an invalid name. */
  public ScopeBuilder(@Nullable String name) {
    this.name = name == null ? "" : name;
  }

  public void version(@Nullable String version) {
    this.version = version;
  }

  public void schemaUrl(@Nullable String schemaUrl) {
    this.schemaUrl = schemaUrl;
  }

  public void attributes(Attributes attributes) {
    this.attributes = attributes;
  }

  public InstrumentationScope build() {
    return new InstrumentationScope(name, version, schemaUrl, attributes);
  }
}

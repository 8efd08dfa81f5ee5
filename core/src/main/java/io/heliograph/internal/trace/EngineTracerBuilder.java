package io.heliograph.internal.trace;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.pipeline.ScopedTracerBuilder;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects a scope for the provider. Not thread-safe. */
final class EngineTracerBuilder implements ScopedTracerBuilder {

  private final String name;
  private final Function<InstrumentationScope, Tracer> tracers;
  private @Nullable String version;
  private @Nullable String schemaUrl;
  private Attributes attributes = Attributes.empty();

  EngineTracerBuilder(String name, Function<InstrumentationScope, Tracer> tracers) {
    this.name = name;
    this.tracers = tracers;
  }

  @Override
  public ScopedTracerBuilder setSchemaUrl(String schemaUrl) {
    this.schemaUrl = schemaUrl;
    return this;
  }

  @Override
  public ScopedTracerBuilder setInstrumentationVersion(String version) {
    this.version = version;
    return this;
  }

  @Override
  public ScopedTracerBuilder setAttributes(Attributes attributes) {
    this.attributes = attributes;
    return this;
  }

  @Override
  public Tracer build() {
    return tracers.apply(new InstrumentationScope(name, version, schemaUrl, attributes));
  }
}

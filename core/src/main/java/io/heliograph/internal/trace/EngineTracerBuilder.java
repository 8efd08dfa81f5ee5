package io.heliograph.internal.trace;

import io.heliograph.internal.pipeline.ScopeBuilder;
import io.heliograph.internal.pipeline.Scopes;
import io.heliograph.pipeline.ScopedTracerBuilder;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;

/** Collects a scope for the provider. Not thread-safe. */
record EngineTracerBuilder(ScopeBuilder scope, Scopes<Tracer> tracers)
    implements ScopedTracerBuilder {

  @Override
  public ScopedTracerBuilder setSchemaUrl(String schemaUrl) {
    scope.schemaUrl(schemaUrl);
    return this;
  }

  @Override
  public ScopedTracerBuilder setInstrumentationVersion(String version) {
    scope.version(version);
    return this;
  }

  @Override
  public ScopedTracerBuilder setAttributes(Attributes attributes) {
    scope.attributes(attributes);
    return this;
  }

  @Override
  public Tracer build() {
    return tracers.of(scope.build());
  }
}

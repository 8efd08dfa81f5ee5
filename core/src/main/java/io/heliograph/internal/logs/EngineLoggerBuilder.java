package io.heliograph.internal.logs;

import io.heliograph.internal.pipeline.ScopeBuilder;
import io.heliograph.internal.pipeline.Scopes;
import io.heliograph.pipeline.ScopedLoggerBuilder;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Logger;

/** Collects a scope for the provider. Not thread-safe. */
record EngineLoggerBuilder(ScopeBuilder scope, Scopes<Logger> loggers)
    implements ScopedLoggerBuilder {

  @Override
  public ScopedLoggerBuilder setSchemaUrl(String schemaUrl) {
    scope.schemaUrl(schemaUrl);
    return this;
  }

  @Override
  public ScopedLoggerBuilder setInstrumentationVersion(String version) {
    scope.version(version);
    return this;
  }

  @Override
  public ScopedLoggerBuilder setAttributes(Attributes attributes) {
    scope.attributes(attributes);
    return this;
  }

  @Override
  public Logger build() {
    return loggers.of(scope.build());
  }
}

package io.heliograph.pipeline;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.LoggerBuilder;

/**
 * A logger builder that takes attributes of the instrumentation scope, which the API lacks.
 *
 * @see ScopedTracerBuilder
 */
public interface ScopedLoggerBuilder extends LoggerBuilder {

  @Override
  ScopedLoggerBuilder setSchemaUrl(String schemaUrl);

  @Override
  ScopedLoggerBuilder setInstrumentationVersion(String version);

  /** Attributes of the instrumentation scope, exported once with each group of its records. */
  ScopedLoggerBuilder setAttributes(Attributes attributes);
}

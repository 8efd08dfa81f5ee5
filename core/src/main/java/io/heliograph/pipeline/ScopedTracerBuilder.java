package io.heliograph.pipeline;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.TracerBuilder;

/**
 * A tracer builder that also takes the scope's attributes, for which the OpenTelemetry API has no
 * method yet. Every builder of Heliograph's tracer provider is one.
 *
 * <pre>{@code
 * TracerBuilder builder = openTelemetry.tracerBuilder("com.acme.shop");
 * if (builder instanceof ScopedTracerBuilder scoped) {
 *   scoped.setAttributes(Attributes.of(AttributeKey.stringKey("plugin"), "stock"));
 * }
 * }</pre>
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/trace/api/#get-a-tracer">Get a tracer</a>
 */
public interface ScopedTracerBuilder extends TracerBuilder {

  @Override
  ScopedTracerBuilder setSchemaUrl(String schemaUrl);

  @Override
  ScopedTracerBuilder setInstrumentationVersion(String version);

  /** Attributes of the instrumentation scope, exported once with each group of its spans. */
  ScopedTracerBuilder setAttributes(Attributes attributes);
}

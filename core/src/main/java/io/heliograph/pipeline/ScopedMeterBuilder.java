package io.heliograph.pipeline;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.MeterBuilder;

/**
 * A meter builder that also takes the scope's attributes, for which the OpenTelemetry API has no
 * method yet. Every builder of Heliograph's meter provider is one.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/metrics/api/#get-a-meter">Get a meter</a>
 */
public interface ScopedMeterBuilder extends MeterBuilder {

  @Override
  ScopedMeterBuilder setSchemaUrl(String schemaUrl);

  @Override
  ScopedMeterBuilder setInstrumentationVersion(String version);

  /** Attributes of the instrumentation scope, exported once with each group of its metrics. */
  ScopedMeterBuilder setAttributes(Attributes attributes);
}

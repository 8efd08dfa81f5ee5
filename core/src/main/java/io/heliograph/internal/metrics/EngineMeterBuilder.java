package io.heliograph.internal.metrics;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.pipeline.ScopedMeterBuilder;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects a scope for the provider. Not thread-safe. */
final class EngineMeterBuilder implements ScopedMeterBuilder {

  private final String name;
  private final Function<InstrumentationScope, Meter> meters;
  private @Nullable String version;
  private @Nullable String schemaUrl;
  private Attributes attributes = Attributes.empty();

  EngineMeterBuilder(String name, Function<InstrumentationScope, Meter> meters) {
    this.name = name;
    this.meters = meters;
  }

  @Override
  public ScopedMeterBuilder setSchemaUrl(String schemaUrl) {
    this.schemaUrl = schemaUrl;
    return this;
  }

  @Override
  public ScopedMeterBuilder setInstrumentationVersion(String version) {
    this.version = version;
    return this;
  }

  @Override
  public ScopedMeterBuilder setAttributes(Attributes attributes) {
    this.attributes = attributes;
    return this;
  }

  @Override
  public Meter build() {
    return meters.apply(new InstrumentationScope(name, version, schemaUrl, attributes));
  }
}

package io.heliograph.micrometer;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.List;

/** What a meter is called in OpenTelemetry; made once, so that recording allocates nothing. */
record ExportedId(String name, String unit, String description, Attributes attributes) {

  static ExportedId of(Meter.Id id, String name, List<Tag> tags) {
    AttributesBuilder attributes = Attributes.builder();
    for (Tag tag : tags) {
      attributes.put(tag.getKey(), tag.getValue());
    }
    String description = id.getDescription();
    return new ExportedId(
        InstrumentNames.of(name),
        Units.of(id.getBaseUnit()),
        description == null ? "" : description,
        attributes.build());
  }

  ExportedId withSuffix(String suffix) {
    return suffix.isEmpty()
        ? this
        : new ExportedId(InstrumentNames.of(name + suffix), unit, description, attributes);
  }
}

package io.heliograph.internal.detect;

import io.heliograph.export.Resource;
import io.heliograph.internal.resource.ResourceAssembly;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import org.jspecify.annotations.Nullable;

/** Collects what a detector found; what is null or blank was not found. */
final class Found {

  private final AttributesBuilder attributes = Attributes.builder();

  Found put(String key, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      attributes.put(key, value);
    }
    return this;
  }

  Found put(String key, long value) {
    attributes.put(key, value);
    return this;
  }

  /** An array of one, for attributes that could have several values. */
  Found putArray(String key, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      attributes.put(key, new String[] {value});
    }
    return this;
  }

  /** A size that the environment gives in MiB, in bytes; left out if it is no number. */
  Found putMebibytes(String key, @Nullable String value) {
    if (value != null && value.matches("[0-9]{1,9}")) {
      attributes.put(key, Long.parseLong(value) * 1024 * 1024);
    }
    return this;
  }

  Resource resource() {
    Attributes found = attributes.build();
    return found.isEmpty() ? Resource.empty() : new Resource(found, ResourceAssembly.SCHEMA_URL);
  }
}

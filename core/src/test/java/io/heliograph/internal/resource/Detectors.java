package io.heliograph.internal.resource;

import io.heliograph.export.Resource;
import io.heliograph.pipeline.ResourceDetector;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import java.util.function.Supplier;

/** Detectors that find, fail or hang. */
final class Detectors {

  private Detectors() {}

  static ResourceDetector detector(String name, Supplier<Resource> detect) {
    return new ResourceDetector() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Resource detect() {
        return detect.get();
      }
    };
  }

  static ResourceDetector finding(String name, String key, String value) {
    return detector(name, () -> resource(key, value));
  }

  static Resource resource(String key, String value) {
    return Resource.of(Attributes.of(AttributeKey.stringKey(key), value));
  }
}

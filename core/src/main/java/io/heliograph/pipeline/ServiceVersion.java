package io.heliograph.pipeline;

import io.heliograph.export.Resource;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import org.jspecify.annotations.Nullable;

/** Which build of the service this is, as a framework's build tools wrote it down. */
record ServiceVersion(@Nullable String version) implements ResourceDetector {

  private static final AttributeKey<String> SERVICE_VERSION =
      AttributeKey.stringKey("service.version");

  @Override
  public String name() {
    return "service";
  }

  @Override
  public Resource detect() {
    return version == null
        ? Resource.empty()
        : Resource.of(Attributes.of(SERVICE_VERSION, version));
  }
}

package io.heliograph.spring;

import io.heliograph.export.Resource;
import io.heliograph.pipeline.ResourceDetector;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.info.BuildProperties;

/** Which build of the service this is, as Boot's build plugins write it into the application. */
record BuildInfo(@Nullable BuildProperties build) implements ResourceDetector {

  private static final AttributeKey<String> SERVICE_VERSION =
      AttributeKey.stringKey("service.version");

  @Override
  public String name() {
    return "service";
  }

  @Override
  public Resource detect() {
    String version = build == null ? null : build.getVersion();
    return version == null
        ? Resource.empty()
        : Resource.of(Attributes.of(SERVICE_VERSION, version));
  }
}

package io.heliograph.export;

import io.opentelemetry.api.common.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * The library or component that a span comes from.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/common/instrumentation-scope/">Instrumentation
 *     scope</a>
 */
public record InstrumentationScope(
    String name, @Nullable String version, @Nullable String schemaUrl, Attributes attributes) {

  /** A scope that has a name only. */
  public static InstrumentationScope of(String name) {
    return new InstrumentationScope(name, null, null, Attributes.empty());
  }
}

package io.heliograph.export;

import io.opentelemetry.api.common.Attributes;
import java.util.Objects;
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

  // By hand: those of a record are made at run time, while an application starts, and a scope is
  // looked up for each log line.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof InstrumentationScope that
        && name.equals(that.name)
        && Objects.equals(version, that.version)
        && Objects.equals(schemaUrl, that.schemaUrl)
        && attributes.equals(that.attributes);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Objects.hashCode(version);
  }
}

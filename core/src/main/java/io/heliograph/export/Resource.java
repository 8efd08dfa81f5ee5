package io.heliograph.export;

import io.opentelemetry.api.common.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * The entity that telemetry comes from: service, process, host.
 *
 * @param attributes what is known of it
 * @param schemaUrl the schema that the attributes follow, null when unknown or mixed
 * @see <a href="https://opentelemetry.io/docs/specs/otel/resource/sdk/">Resource SDK</a>
 */
public record Resource(Attributes attributes, @Nullable String schemaUrl) {

  private static final Resource EMPTY = new Resource(Attributes.empty(), null);

  /** The resource of which nothing is known. */
  public static Resource empty() {
    return EMPTY;
  }

  /** A resource with attributes and no schema. */
  public static Resource of(Attributes attributes) {
    return new Resource(attributes, null);
  }

  /**
   * Merges by the specification: the other's values win, also when empty; one schema URL survives
   * if the other side has none or the same, two different ones leave none.
   */
  public Resource merge(Resource updating) {
    Attributes merged = attributes.toBuilder().putAll(updating.attributes).build();
    return new Resource(merged, mergeSchema(updating.schemaUrl));
  }

  private @Nullable String mergeSchema(@Nullable String updating) {
    if (schemaUrl == null || schemaUrl.isEmpty()) {
      return updating;
    }
    boolean keep = updating == null || updating.isEmpty() || updating.equals(schemaUrl);
    return keep ? schemaUrl : null;
  }
}

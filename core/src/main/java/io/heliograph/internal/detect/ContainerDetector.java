package io.heliograph.internal.detect;

import io.heliograph.export.Resource;
import io.heliograph.internal.resource.LocalDetector;

/**
 * Finds the id of the container, as its engine knows it.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/resource/container/">Container</a>
 */
final class ContainerDetector implements LocalDetector {

  private final Surroundings surroundings;

  ContainerDetector(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public String name() {
    return "container";
  }

  @Override
  public Resource detect() {
    return new Found().put("container.id", Containment.containerId(surroundings)).resource();
  }
}

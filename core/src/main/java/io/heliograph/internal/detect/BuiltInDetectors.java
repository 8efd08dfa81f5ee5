package io.heliograph.internal.detect;

import io.heliograph.pipeline.ResourceDetector;
import java.util.List;

/** The detectors that come with the engine. */
public final class BuiltInDetectors {

  private BuiltInDetectors() {}

  /** All of them, in the order in which the later wins: what a cloud says of a host beats us. */
  public static List<ResourceDetector> of(Surroundings surroundings) {
    return List.of(
        new ServiceDetector(surroundings),
        new HostDetector(surroundings),
        new OsDetector(surroundings),
        new ProcessDetector(surroundings),
        new ContainerDetector(surroundings),
        new KubernetesDetector(surroundings),
        new AwsDetector(surroundings),
        new GcpDetector(surroundings),
        new AzureDetector(surroundings));
  }
}

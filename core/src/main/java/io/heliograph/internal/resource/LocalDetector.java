package io.heliograph.internal.resource;

import io.heliograph.pipeline.ResourceDetector;

/**
 * A detector that knows beforehand whether its answer is near: one that only looks at memory and
 * small local files is not worth a thread.
 */
public interface LocalDetector extends ResourceDetector {

  /** Whether it needs no network this time; decided without one. */
  default boolean isLocal() {
    return true;
  }
}

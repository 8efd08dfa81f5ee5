package io.heliograph.internal.detect;

import io.heliograph.pipeline.ResourceDetector;
import java.util.Map;
import java.util.TreeMap;

/** What a detector found, readable. */
final class Detected {

  private Detected() {}

  static Map<String, Object> by(ResourceDetector detector) {
    Map<String, Object> found = new TreeMap<>();
    detector.detect().attributes().forEach((key, value) -> found.put(key.getKey(), value));
    return found;
  }
}

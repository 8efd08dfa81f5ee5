package io.heliograph.architecture.broken.internal.engine;

import org.assertj.core.api.Assertions;

/** Breaks: closes the cycle over its own class, uses a library off the list, and prints. */
public class SeesThePipeline {
  Class<?> pipeline() throws ClassNotFoundException {
    System.out.println(Assertions.class);
    return io.heliograph.architecture.broken.pipeline.Pipeline.class;
  }
}

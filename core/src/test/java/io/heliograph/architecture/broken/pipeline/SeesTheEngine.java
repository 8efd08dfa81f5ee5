package io.heliograph.architecture.broken.pipeline;

import io.heliograph.architecture.broken.internal.engine.SeesThePipeline;

/** Breaks: an extension type that depends on the engine, in a cycle, with static mutable state. */
class SeesTheEngine {
  static int state;

  SeesThePipeline engine;
}

package io.heliograph.quarkus.deployment;

import io.heliograph.quarkus.Engine;
import io.quarkus.builder.item.SimpleBuildItem;
import io.quarkus.runtime.RuntimeValue;

/** The engine, which has been started. */
final class EngineBuildItem extends SimpleBuildItem {

  private final RuntimeValue<Engine> engine;

  EngineBuildItem(RuntimeValue<Engine> engine) {
    this.engine = engine;
  }

  RuntimeValue<Engine> engine() {
    return engine;
  }
}

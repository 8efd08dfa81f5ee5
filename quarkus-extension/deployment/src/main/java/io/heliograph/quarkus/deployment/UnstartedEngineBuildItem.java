package io.heliograph.quarkus.deployment;

import io.heliograph.quarkus.Engine;
import io.quarkus.builder.item.SimpleBuildItem;
import io.quarkus.runtime.RuntimeValue;

/** The engine, for what is made before there are beans. */
final class UnstartedEngineBuildItem extends SimpleBuildItem {

  private final RuntimeValue<Engine> engine;

  UnstartedEngineBuildItem(RuntimeValue<Engine> engine) {
    this.engine = engine;
  }

  RuntimeValue<Engine> engine() {
    return engine;
  }
}

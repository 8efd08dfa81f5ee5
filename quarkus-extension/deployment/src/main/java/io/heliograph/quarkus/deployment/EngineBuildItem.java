package io.heliograph.quarkus.deployment;

import io.heliograph.ApplicationEngine;
import io.quarkus.builder.item.SimpleBuildItem;
import io.quarkus.runtime.RuntimeValue;

/** The engine, which may not have been started yet; see {@link EngineStartedBuildItem}. */
final class EngineBuildItem extends SimpleBuildItem {

  private final RuntimeValue<ApplicationEngine> engine;

  EngineBuildItem(RuntimeValue<ApplicationEngine> engine) {
    this.engine = engine;
  }

  RuntimeValue<ApplicationEngine> engine() {
    return engine;
  }
}

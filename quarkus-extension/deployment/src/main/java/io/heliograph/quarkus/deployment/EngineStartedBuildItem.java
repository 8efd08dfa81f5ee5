package io.heliograph.quarkus.deployment;

import io.quarkus.builder.item.EmptyBuildItem;

/** For steps that need to know what is switched on. */
final class EngineStartedBuildItem extends EmptyBuildItem {}

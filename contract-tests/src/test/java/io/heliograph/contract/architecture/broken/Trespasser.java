package io.heliograph.contract.architecture.broken;

import io.heliograph.internal.engine.Secret;
import io.heliograph.quarkus.Stranger;

/** Breaks: in a foreign package, sees the engine, sees another framework. */
record Trespasser(Secret secret, Stranger stranger) {}

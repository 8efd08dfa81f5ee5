package io.heliograph.internal.engine;

/** Stands for a class that framework modules must not see. */
public final class Secret {}

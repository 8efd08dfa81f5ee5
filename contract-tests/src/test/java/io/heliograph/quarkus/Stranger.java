package io.heliograph.quarkus;

/** Stands for a class of another framework's module. */
public final class Stranger {}

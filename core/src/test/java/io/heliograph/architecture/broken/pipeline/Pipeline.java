package io.heliograph.architecture.broken.pipeline;

/** The other end of the cycle. */
public class Pipeline {}

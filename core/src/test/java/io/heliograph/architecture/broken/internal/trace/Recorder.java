package io.heliograph.architecture.broken.internal.trace;

/** What export must not see. */
public class Recorder {}

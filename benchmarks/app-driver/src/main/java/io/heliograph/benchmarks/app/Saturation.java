package io.heliograph.benchmarks.app;

/** A load without a pace: what was borne, and what was recorded of it. */
record Saturation(double requestsPerSecond, double cpuMicros, double spansPerRequest) {}

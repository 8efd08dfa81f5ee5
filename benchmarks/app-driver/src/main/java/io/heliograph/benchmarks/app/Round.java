package io.heliograph.benchmarks.app;

/** What one request cost in one round of load. */
record Round(double cpuMicros, double bytes, double p50Millis, double p99Millis) {}

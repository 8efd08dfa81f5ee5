package io.heliograph.benchmarks.app;

/**
 * One start of an application, up to its first answer.
 *
 * @param cpuMicros processor time of the process until then, while the other applications start
 * @param millis from the start of the process until then, while nothing else does
 */
record Start(long cpuMicros, long millis) {}

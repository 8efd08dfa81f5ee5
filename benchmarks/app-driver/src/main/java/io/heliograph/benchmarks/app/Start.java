package io.heliograph.benchmarks.app;

/**
 * One start of an application, up to its first answer.
 *
 * @param cpuMicros processor time of the process until then
 * @param millis from the start of the process until then
 */
record Start(long cpuMicros, long millis) {}

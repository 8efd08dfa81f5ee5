package io.heliograph.benchmarks.app;

/**
 * What one request cost in one round of load.
 *
 * @param requestMicros that part of {@code cpuMicros} which the server's own threads took
 */
record Round(
    double cpuMicros, double requestMicros, double bytes, double p50Millis, double p99Millis) {

  double otherMicros() {
    return cpuMicros - requestMicros;
  }
}

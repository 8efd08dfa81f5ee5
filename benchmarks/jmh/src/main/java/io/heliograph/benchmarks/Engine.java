package io.heliograph.benchmarks;

import io.opentelemetry.api.OpenTelemetry;

/** One implementation of the OpenTelemetry API with its defaults, which exports to an outlet. */
interface Engine extends AutoCloseable {

  OpenTelemetry api();

  void flush();

  @Override
  void close();
}

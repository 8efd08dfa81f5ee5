package io.heliograph.instrumentation;

import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.internal.diagnostics.ThrottledLog;
import io.heliograph.pipeline.Clock;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Tracer;

/** What every kind of instrumentation here starts from. */
final class Instrumentation {

  /** The version of the semantic conventions that all names follow. */
  private static final String SCHEMA_URL = "https://opentelemetry.io/schemas/1.40.0";

  private Instrumentation() {}

  static Tracer tracer(OpenTelemetry openTelemetry, String name) {
    return openTelemetry.tracerBuilder(name).setSchemaUrl(SCHEMA_URL).build();
  }

  static Meter meter(OpenTelemetry openTelemetry, String name) {
    return openTelemetry.meterBuilder(name).setSchemaUrl(SCHEMA_URL).build();
  }

  static Faults faults() {
    System.Logger logger = System.getLogger("io.heliograph.instrumentation");
    return new Faults(new ThrottledLog(logger, Clock.system()));
  }
}

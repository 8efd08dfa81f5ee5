package io.heliograph.config;

import org.jspecify.annotations.Nullable;

/** In which words, and how firmly, a value was written. */
enum Rank {
  /** Under our keys. */
  OURS,
  /** Under OpenTelemetry's names. */
  OTEL,
  /** By a framework module, under our keys, for want of anything better. */
  PROPOSED;

  String prefix() {
    return this == OTEL ? Names.OTEL_PREFIX : Names.PREFIX;
  }

  /** The dotted name of the setting at this rank, null when it has none there. */
  @Nullable String nameOf(Setting<?> setting) {
    String otelName = setting.otelName();
    if (this != OTEL) {
      return setting.key();
    }
    return otelName == null ? null : Names.dottedForm(otelName);
  }
}

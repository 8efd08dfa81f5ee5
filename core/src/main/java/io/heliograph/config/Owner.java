package io.heliograph.config;

import java.util.Locale;

/** Who records a kind of work that more than one could record. */
public enum Owner {
  /** Our own instrumentation. */
  HELIOGRAPH,

  /** What the framework records through Micrometer, where Micrometer is there. */
  MICROMETER;

  /** As it is written in the configuration. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

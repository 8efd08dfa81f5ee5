package io.heliograph.micrometer;

/** What meters and observations have in common. */
final class Bridge {

  /** The instrumentation scope of everything that comes from Micrometer. */
  static final String SCOPE = "io.heliograph.micrometer";

  private Bridge() {}
}

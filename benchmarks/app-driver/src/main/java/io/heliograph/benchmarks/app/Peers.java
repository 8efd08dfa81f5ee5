package io.heliograph.benchmarks.app;

import java.util.Locale;

/** How the peers are set up. Heliograph is at its defaults beside either. */
enum Peers {
  /** To record what Heliograph does, as far as their own settings allow. */
  SAME_RECORDS,
  /** At their defaults. */
  AS_THEY_COME;

  /** What it is called on the command line. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

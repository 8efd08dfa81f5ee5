package io.heliograph.benchmarks.app;

/** How much is run; more of it only makes the medians steadier. */
enum Effort {
  /** Says that it works, and nothing about costs. */
  SMOKE(1, 2_000, 1, 1_000),
  QUICK(3, 60_000, 7, 6_000),
  FULL(7, 120_000, 11, 12_000);

  private final int starts;
  private final int warmUpRequests;
  private final int rounds;
  private final int requests;

  Effort(int starts, int warmUpRequests, int rounds, int requests) {
    this.starts = starts;
    this.warmUpRequests = warmUpRequests;
    this.rounds = rounds;
    this.requests = requests;
  }

  /** How often each variant is started to measure its start. */
  int starts() {
    return starts;
  }

  int warmUpRequests() {
    return warmUpRequests;
  }

  int rounds() {
    return rounds;
  }

  /** In one round, for each scenario. */
  int requests() {
    return requests;
  }
}

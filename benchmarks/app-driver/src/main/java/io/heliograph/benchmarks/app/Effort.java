package io.heliograph.benchmarks.app;

/** How much is run; more of it only makes the medians steadier. */
enum Effort {
  /** Says that it works, and nothing about costs. */
  SMOKE(1, 1, 2_400, 1, 2_400),
  QUICK(5, 2, 48_000, 4, 12_000),
  FULL(9, 4, 60_000, 7, 24_000);

  private final int starts;
  private final int forks;
  private final int warmUpRequests;
  private final int rounds;
  private final int requests;

  Effort(int starts, int forks, int warmUpRequests, int rounds, int requests) {
    this.starts = starts;
    this.forks = forks;
    this.warmUpRequests = warmUpRequests;
    this.rounds = rounds;
    this.requests = requests;
  }

  /** How often each variant is started to measure its start. */
  int starts() {
    return starts;
  }

  /** How often all are started for the load: what the compilers make of a program differs. */
  int forks() {
    return forks;
  }

  /** Of each kind: for the heavier one the compilers need as many. */
  int warmUpRequests() {
    return warmUpRequests;
  }

  /** Of each fork. */
  int rounds() {
    return rounds;
  }

  /** Light ones, in one round, to each application. */
  int requests() {
    return requests;
  }
}

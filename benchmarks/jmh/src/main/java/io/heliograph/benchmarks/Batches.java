package io.heliograph.benchmarks;

/** The default size of a batch. */
final class Batches {

  static final int SIZE = 512;

  private Batches() {}

  /** Does work as often as a batch has items, and delivers it. */
  static void fill(Work work) {
    for (int i = 0; i < SIZE; i++) {
      Object unused = work.run();
    }
    work.flush();
  }
}
